import Diagnostics

/// The name and number of a displayed formula to which prose can refer: `$$…$$ {#eq-loss}`.
package struct Equation: Sendable, Hashable {
  package let name: String
  /// The number, counted from 1 in the order of the document.
  package let number: Int
  /// The place of the name.
  let range: SourceRange

  /// The id on the page.
  package var id: String { Self.id(named: name) }

  package static func id(named name: String) -> String { "eq-\(name)" }
}

/// The label after a displayed formula, in Quarto's notation: `{#eq-loss}`.
struct EquationLabel {
  /// The range from the opening brace to the closing one.
  let range: SourceRange
  /// The range of the name, or `nil` if the text between the braces is no label of an equation.
  let name: SourceRange?

  private static let mark = Array("eq-".utf8)
  /// The most bytes between the braces.
  private static let longest = 100

  /// Returns `nil` if no short text between `{#` and `}` follows an offset on the same line, after spaces.
  init?(after offset: Int, in bytes: [UInt8]) {
    let rest = bytes[offset...].drop { $0 == UInt8(ascii: " ") }
    guard rest.starts(with: "{#".utf8) else { return nil }
    let id = rest.dropFirst(2).prefix(Self.longest).prefix {
      $0 != UInt8(ascii: "}") && !ProseMask.endsLine($0)
    }
    let (open, close) = (rest.startIndex, id.endIndex)
    guard close < bytes.count, bytes[close] == UInt8(ascii: "}") else { return nil }
    range = SourceRange(open, close + 1)
    let isName = id.dropFirst(Self.mark.count).allSatisfy(ProseScanner.isOfName)
    name =
      id.starts(with: Self.mark) && id.count > Self.mark.count && isName && id.last != UInt8(ascii: "-")
      ? SourceRange(id.startIndex + Self.mark.count, close) : nil
  }
}
