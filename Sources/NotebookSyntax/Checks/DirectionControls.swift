import Diagnostics

/// Finds the characters in a notebook that change the direction of its text, at most one per line.
struct DirectionControls {
  /// The maximum number of lines that are reported separately.
  private static let mostLines = 20

  let source: SourceFile

  var diagnostics: [Diagnostic] {
    var found: [(scalar: Unicode.Scalar, range: SourceRange)] = []
    var more = 0
    var offset = 0
    let bytes = source.utf8
    // Each of them begins with one of two bytes, and is two or three bytes long.
    while let start = bytes[offset...].firstIndex(where: { $0 == 0xD8 || $0 == 0xE2 }) {
      let end = min(start + (bytes[start] == 0xD8 ? 2 : 3), bytes.count)
      offset = end
      let scalars = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
      guard let scalar = scalars.first, BidirectionalControl.isOne(scalar) else { continue }
      if found.count < Self.mostLines {
        found.append((scalar, SourceRange(start, end)))
      } else {
        more += 1
      }
      offset =
        bytes[end...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    }
    return found.enumerated().map { index, item in
      let others = index + 1 == found.count ? more : 0
      return Diagnostic(
        SyntaxProblem.directionControl(BidirectionalControl.name(of: item.scalar), moreLines: others),
        at: item.range, severity: .warning)
    }
  }
}
