import NotebookSyntax

/// An operator with the spacing of TeX, where it differs from the default of browsers.
enum MathOperator {
  /// - Parameter isPrefix: true for a binary operator without a left operand.
  static func markup(_ sign: String, _ kind: MathClass, isPrefix: Bool) -> Markup {
    let attributes: [Attribute] =
      switch kind {
      case .binary where isPrefix: [Attribute("form", "prefix")]
      case .ordinary: [Attribute("lspace", "0em"), Attribute("rspace", "0em"), fixedSize]
      case .open: [Attribute("form", "prefix"), fixedSize]
      case .close: [Attribute("form", "postfix"), Attribute("lspace", "0em"), fixedSize]
      case .relation where [":", "∣", "∥"].contains(sign):
        [Attribute("lspace", "0.2778em"), Attribute("rspace", "0.2778em"), fixedSize]
      case .middle: [Attribute("stretchy", "true"), Attribute("fence", "true")]
      case .relation, .binary, .punctuation, .large, .integral: []
      }
    return element(sign, attributes)
  }

  /// Returns a bracket that stretches to the height of its content.
  static func fence(_ sign: String, isOpening: Bool) -> Markup {
    element(
      sign,
      [
        Attribute("form", isOpening ? "prefix" : "postfix"), Attribute("stretchy", "true"),
        Attribute("fence", "true"),
      ])
  }

  private static var fixedSize: Attribute { Attribute("stretchy", "false") }

  private static func element(_ sign: String, _ attributes: [Attribute]) -> Markup {
    var markup = Markup.empty
    markup.element("mo", attributes) { $0.append(sign) }
    return markup
  }
}
