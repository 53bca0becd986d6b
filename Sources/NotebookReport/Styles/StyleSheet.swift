/// A style sheet, all of whose rules are constants of this package.
struct StyleSheet: Sendable {
  let source: String

  private init(source: String) { self.source = source }

  /// Creates a style sheet from rules, without their indentation.
  init(_ rules: StaticString) {
    source = "\(rules)".split(separator: "\n").map { $0.drop { $0 == " " } + "\n" }.joined()
  }

  static func + (first: StyleSheet, second: StyleSheet) -> StyleSheet {
    StyleSheet(source: first.source + second.source)
  }

  /// Returns the rules within a block, such as a media query.
  static func within(_ head: StaticString, _ rules: StyleSheet) -> StyleSheet {
    StyleSheet(source: "\(head) {\n\(rules.source)}\n")
  }

  /// The style sheet of a notebook's page.
  static let page =
    themes + text + math + frame + cells + margin + results + outcomes + grids + charts + diagrams + changes
    + navigation + narrow + print

  /// The styles of marks for bidirectional controls.
  static let marks = StyleSheet(
    """
    .control {
      font: 0.72em/1.3 var(--mono); border: 1px solid; border-radius: 0.3em; padding: 0 0.3em; margin: 0 0.1em;
      unicode-bidi: isolate; white-space: nowrap;
    }
    """)

  /// The style sheet of the index.
  static let index = themes + text + frame + charts + navigation + narrow + cards + print
}
