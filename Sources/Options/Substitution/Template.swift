/// A text split at its placeholders.
struct Template {
  struct Piece {
    enum Kind {
      case text(String)
      case name(String)
      case unclosed
    }

    let kind: Kind
    /// The UTF-8 offsets in the text.
    let place: Range<Int>

    /// True if the piece is text that is inserted literally.
    var isVerbatim: Bool { if case .text(let text) = kind { text.utf8.count == place.count } else { false } }
  }

  private(set) var pieces: [Piece] = []
  private static let opening = Array("${".utf8)
  private static let escapedOpening = Array("$${".utf8)

  init(_ text: String) {
    let bytes = Array(text.utf8)
    func slice(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }
    var offset = 0
    var textStart = 0
    func add(_ kind: Piece.Kind, to end: Int) {
      if textStart < offset {
        pieces.append(Piece(kind: .text(slice(textStart..<offset)), place: textStart..<offset))
      }
      pieces.append(Piece(kind: kind, place: offset..<end))
      (offset, textStart) = (end, end)
    }
    while offset < bytes.count {
      let rest = bytes[offset...]
      if rest.starts(with: Self.escapedOpening) {
        add(.text("${"), to: offset + 3)
      } else if rest.starts(with: Self.opening) {
        if let end = rest.firstIndex(of: UInt8(ascii: "}")) {
          add(.name(slice((offset + 2)..<end).filter { $0 != " " }), to: end + 1)
        } else {
          add(.unclosed, to: bytes.count)
        }
      } else {
        offset += 1
      }
    }
    if textStart < offset {
      pieces.append(Piece(kind: .text(slice(textStart..<offset)), place: textStart..<offset))
    }
  }

  /// True if there is nothing to replace or unescape.
  var isPlain: Bool { pieces.isEmpty || pieces.count == 1 && pieces[0].isVerbatim }

  var names: [String] { pieces.compactMap { if case .name(let name) = $0.kind { name } else { nil } } }
}
