import Diagnostics
import NotebookSyntax

/// The footnotes that a wide page shows in its margin, beside their places: short ones, with room before the next
/// caption.
///
/// In the page they are part of the section at its end, from which the style sheet takes them. So the text stands there
/// once, and is read in the same order everywhere; on narrow pages and on paper it is shown there too.
struct Sidenotes {
  /// The number of each such footnote and of the one above it in the margin, by label.
  private(set) var places: [String: (number: Int, above: Int?)] = [:]

  /// The most columns of a footnote, where a wide character takes two.
  private static let mostColumns = 200
  /// The most columns in a line of the text, and the fewest in a line of the margin, with the heights of the lines and
  /// the space below a block, in rem. They make room scarcer than it is.
  private static let text = (columns: 80, height: 1.65, space: 1.0)
  private static let margin = (columns: 26, height: 1.2, space: 0.6)

  init(_ document: Document, plain: PlainText) {
    guard !document.footnotes.isEmpty else { return }
    var short: [String: (number: Int, height: Double)] = [:]
    for (index, footnote) in document.footnotes.enumerated() {
      guard footnote.blocks.count == 1, case .paragraph(let inlines)? = footnote.blocks.first,
        inlines.allSatisfy(\.isPlain)
      else { continue }
      let columns = displayWidth(of: plain.text(inlines))
      guard columns <= Self.mostColumns else { continue }
      let lines = (columns + Self.margin.columns - 1) / Self.margin.columns
      short[footnote.label] = (index + 1, Double(lines) * Self.margin.height + Self.margin.space)
    }
    var last: Int?
    for run in document.blocks.split(whereSeparator: \.hasCaption) {
      var below = run.reduce(0) { $0 + Self.height(of: $1, plain) }
      // The room below the footnote above.
      var left = Double.infinity
      for block in run {
        below -= Self.height(of: block, plain)
        guard case .paragraph(let inlines) = block else { continue }
        let widths = inlines.map { displayWidth(of: plain.text($0)) }
        var rest = widths.reduce(0, +)
        for (inline, width) in zip(inlines, widths) {
          rest -= width
          guard case .footnote(let label, occurrence: 1) = inline, let note = short[label] else { continue }
          let lines = Double(rest / Self.text.columns)
          let room = min(left, below + lines * Self.text.height + Self.text.space) - note.height
          guard room >= 0 else { continue }
          places[label] = (note.number, last)
          (left, last) = (room, note.number)
        }
      }
    }
  }

  private static func height(of block: Block, _ plain: PlainText) -> Double {
    guard case .paragraph(let inlines) = block else { return text.height + text.space }
    return Double(max(1, displayWidth(of: plain.text(inlines)) / text.columns)) * text.height + text.space
  }
}

extension Block {
  /// True for blocks whose captions or wide results may stand in the margin.
  fileprivate var hasCaption: Bool {
    switch self {
    case .cell: true
    case .paragraph(let inlines): inlines.count == 1 && inlines[0].isPicture
    default: false
    }
  }
}

extension Inline {
  /// True for words without a link, which the keyboard would reach only at the end of the page.
  fileprivate var isPlain: Bool {
    switch self {
    case .text, .softBreak, .code, .value: true
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines):
      inlines.allSatisfy(\.isPlain)
    case .lineBreak, .link, .image, .html, .footnote, .formula, .mention: false
    }
  }
}
