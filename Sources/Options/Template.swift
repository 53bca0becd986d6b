import Diagnostics

/// A text taken apart at its placeholders.
struct Template {
  /// Where a placeholder stands: its offset and length, and how many times `${` stands before it.
  struct Place {
    let offset: Int
    let length: Int
    let number: Int
  }

  enum Piece {
    case text(String)
    case name(String, Place)
    case unclosed(Place)
  }

  private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]
  private var openings = 0
  private static let opening = Array("${".utf8)

  init(_ text: String) {
    bytes = Array(text.utf8)
    var pending: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let rest = bytes[offset...]
      if rest.starts(with: Array("$${".utf8)) {
        pending += Self.opening
        openings += 1
        offset += 3
      } else if rest.starts(with: Self.opening) {
        if !pending.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
        pending = []
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
        let place = Place(
          offset: offset, length: (end.map { $0 + 1 } ?? bytes.count) - offset, number: openings)
        openings += 1
        guard let end else {
          pieces.append(.unclosed(place))
          return
        }
        let name = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self)
        pieces.append(.name(name.filter { $0 != " " }, place))
        offset = end + 1
      } else {
        pending.append(bytes[offset])
        offset += 1
      }
    }
    if !pending.isEmpty || pieces.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
  }

  /// Whether there is nothing to replace and nothing escaped.
  var isPlain: Bool { openings == 0 }

  var names: [String] { pieces.compactMap { if case .name(let name, _) = $0 { name } else { nil } } }

  /// The one placeholder that is the whole text.
  var only: Piece? { pieces.count == 1 ? pieces.first : nil }

  /// The placeholder's place in the notebook, found by its number where quotes and escapes shift offsets.
  func range(of place: Place, in range: SourceRange, of source: SourceFile?) -> SourceRange {
    if range.end - range.start == bytes.count {
      return SourceRange(range.start + place.offset, range.start + place.offset + place.length)
    }
    guard let source, range.end <= source.utf8.count else { return range }
    let written = source.utf8[range.start..<range.end]
    let openings = written.indices.filter { written[$0...].starts(with: Self.opening) }
    guard openings.count > place.number else { return range }
    let start = openings[place.number]
    let end = written[start...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? range.end
    return SourceRange(start, end)
  }
}
