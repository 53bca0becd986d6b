import Diagnostics

/// Replaces marks by letters without meaning in Markdown, and later finds the marks by these letters.
///
/// The letters are from a part of Unicode's private use area that the text does not use. Lines are kept, so
/// that the places of blocks remain valid; each further line of a mark is one letter.
struct ProseMask {
  enum Piece {
    case text(String)
    case mark(Int)
    /// A further line of the mark before it.
    case continuation
  }

  private static let areas = stride(from: UInt32(0xF0000), to: 0xFFF00, by: 32)
  private static let digitCount: UInt32 = 16

  let marks: [ProseMark]
  private let source: SourceFile
  private let area: UInt32

  /// - Parameter marks: the marks in order, without any inside another.
  init?(_ marks: [ProseMark], in source: SourceFile) {
    var taken: Set<UInt32> = []
    for scalar in source.text.unicodeScalars where scalar.value >= 0xF0000 {
      taken.insert(scalar.value & ~31)
    }
    guard !marks.isEmpty, let area = Self.areas.first(where: { !taken.contains($0) }) else { return nil }
    self.marks = marks
    self.source = source
    self.area = area
  }

  /// Returns the source from an offset on, with the marks replaced.
  ///
  /// - Parameter kept: the marks that remain as written.
  func masked(from start: Int, except kept: Set<Int>) -> String {
    var text: [UInt8] = []
    var position = start
    for (index, mark) in marks.enumerated() where !kept.contains(index) {
      text += source.utf8[position..<mark.range.start]
      text += letters(for: index)
      position = mark.range.end
      var offset = mark.range.start
      while let end = source.utf8[offset..<mark.range.end].firstIndex(where: Self.endsLine) {
        offset = source.utf8[end..<mark.range.end].starts(with: "\r\n".utf8) ? end + 2 : end + 1
        let content = Self.contentStart(
          ofLineAt: offset, in: source.utf8, before: mark.range.end, mark.isWithinBlock)
        text += source.utf8[end..<content]
        text += Array(String(letter(Self.digitCount + 1)).utf8)
        offset = content
      }
    }
    text += source.utf8[min(position, source.utf8.count)...]
    return String(decoding: text, as: UTF8.self)
  }

  func pieces(of text: String) -> [Piece] {
    guard hasLetters(text) else { return [.text(text)] }
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    var index: Int?
    func finish() {
      if let found = index, marks.indices.contains(found) { pieces.append(.mark(found)) }
      index = nil
      if !plain.isEmpty { pieces.append(.text(String(plain))) }
      plain = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar.value &- area {
      case 0..<Self.digitCount where index != nil:
        index = ((index ?? 0) * Int(Self.digitCount) + Int(scalar.value - area)) & 0xFFFF_FFFF
      case Self.digitCount:
        finish()
        index = 0
      case Self.digitCount + 1:
        finish()
        pieces.append(.continuation)
      default:
        if index != nil { finish() }
        plain.append(scalar)
      }
    }
    finish()
    return pieces
  }

  /// Returns the text with every mark as written.
  func restored(_ text: String) -> String {
    guard hasLetters(text) else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .mark(let index): source[marks[index].range]
      case .continuation: ""
      }
    }.joined()
  }

  func marks(in text: String) -> [Int] {
    pieces(of: text).compactMap { if case .mark(let index) = $0 { index } else { nil } }
  }

  /// Returns the offset of a line's content, after the signs of the block that contains it.
  static func contentStart(
    ofLineAt start: Int, in utf8: [UInt8], before end: Int, _ isWithinBlock: Bool
  ) -> Int {
    guard isWithinBlock else { return start }
    let isSign: (UInt8) -> Bool = { " \t>".utf8.contains($0) }
    return utf8[start..<end].firstIndex { !isSign($0) } ?? end
  }

  static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private func hasLetters(_ text: String) -> Bool { text.utf8.contains(0xF3) }

  private func letters(for index: Int) -> [UInt8] {
    let digits = String(index, radix: Int(Self.digitCount)).map { UInt32($0.hexDigitValue ?? 0) }
    return Array(String(String.UnicodeScalarView(([Self.digitCount] + digits).map(letter))).utf8)
  }

  private func letter(_ number: UInt32) -> Unicode.Scalar { Unicode.Scalar(area + number) ?? "\u{FFFD}" }
}
