import TunebookCommands

/// What peers send to a preview.
enum RequestInput {
  private static let site = PreviewSite(token: PreviewToken(port: 4848), board: PreviewBoard())

  /// Reads bytes as the head of a request, in one piece and in several, and answers it.
  ///
  /// - Returns: whether there is a head in them.
  static func read(_ bytes: [UInt8]) -> Bool {
    let whole = progress(of: [bytes[...]])
    precondition(
      progress(of: pieces(of: bytes)) == whole, "The pieces of a request change what is read of it.")
    if whole == .incomplete {
      precondition(bytes.count <= RequestReader.longestHead, "A request is read without end.")
    }
    guard case .complete(let head) = whole else { return false }
    switch site.answer(to: head) {
    case .now, .state: return true
    }
  }

  private static func progress(of pieces: [ArraySlice<UInt8>]) -> RequestReader.Progress {
    var reader = RequestReader()
    for piece in pieces {
      let progress = reader.read(piece)
      if progress != .incomplete { return progress }
    }
    return .incomplete
  }

  /// Pieces whose lengths are told by the bytes at their beginnings.
  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let first = rest.first {
      pieces.append(rest.prefix(Int(first) % 7 + 1))
      rest = rest.dropFirst(Int(first) % 7 + 1)
    }
    return pieces
  }
}
