import NotebookSyntax

/// Signs, with the space around them that TeX sets; browsers know most of it by the sign.
enum MathOperator {
  /// - Parameter isPrefix: whether a sign that joins two sides has none on its left.
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

  /// A bracket that grows with what it holds.
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
