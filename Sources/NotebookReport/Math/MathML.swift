import NotebookSyntax

/// Functions that write formulas in MathML Core (W3C, 2024).
enum MathML {
  /// Returns a node of a formula as one element.
  static func markup(_ node: MathNode) -> Markup {
    switch node {
    case .row: .element("mrow") { row(node) }
    case .identifier(let name, let isUpright):
      .element(
        "mi", .when(isUpright && isSlantedByItself(name), Attribute("mathvariant", "normal"))
      ) { name }
    case .number(let number): .element("mn") { number }
    case .symbol(let sign, let kind): MathOperator.markup(sign, kind, isPrefix: false)
    case .delimiter(let sign, let ems):
      .element(
        "mo", Attribute("stretchy", "true"), Attribute("minsize", ems), Attribute("maxsize", ems)
      ) { sign }
    case .function(let name, takesLimits: true):
      .element(
        "mo", Attribute("movablelimits", "true"), Attribute("lspace", "0em"), Attribute("rspace", "0.1667em")
      ) { name }
    case .function(let name, takesLimits: false): .element("mi") { name }
    case .text(let text): .element("mtext") { fixedSpaces(text) }
    case .space(let width): .void("mspace", Attribute("width", width))
    case .fraction(let upper, let lower, let hasRule, let size): fraction(upper, lower, hasRule, size)
    case .root(let content, index: nil): .element("msqrt") { row(content) }
    case .root(let content, let index?):
      .element("mroot") {
        markup(content)
        markup(index)
      }
    case .scripts(let base, let below, let above, let areLimits): scripts(base, below, above, areLimits)
    case .accent(let base, let sign, let isBelow, let stretches): accent(base, sign, isBelow, stretches)
    case .fenced(let opening, let content, let closing): fenced(opening, content, closing)
    case .table(let rows, let kind): MathTable.markup(rows, kind)
    }
  }

  /// Returns true for a name that browsers set in italics, which is a single letter.
  private static func isSlantedByItself(_ name: String) -> Bool {
    guard name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first else { return false }
    return scalar.isASCII && scalar.properties.isAlphabetic || ("Α"..."ϵ").contains(scalar)
      || ["∂", "∇", "ı", "ȷ"].contains(scalar)
  }

  /// Returns the elements of a row, with the space that each pair of neighbours needs.
  static func row(_ node: MathNode) -> Markup {
    guard case .row(let nodes) = node else { return markup(node) }
    var markup = Markup.empty
    for (index, node) in nodes.enumerated() {
      let before = index > 0 ? nodes[index - 1] : nil
      if node.isFunction, before?.isOperand == true { markup.append(thinSpace) }
      if case .symbol(let sign, .binary) = node {
        markup.append(MathOperator.markup(sign, .binary, isPrefix: before?.isNoOperand ?? true))
      } else {
        markup.append(self.markup(node))
      }
      guard node.isPlainFunction, index + 1 < nodes.count else { continue }
      markup.append(.element("mo") { "\u{2061}" })
      if nodes[index + 1].needsSpaceBehindFunction {
        markup.append(thinSpace)
      }
    }
    return markup
  }

  private static var thinSpace: Markup { .void("mspace", Attribute("width", "0.1667em")) }

  private static func fraction(
    _ upper: MathNode, _ lower: MathNode, _ hasRule: Bool, _ size: MathFractionSize
  ) -> Markup {
    let style: Attribute =
      switch size {
      case .inherited: .none
      case .display: Attribute("displaystyle", "true")
      case .text: Attribute("displaystyle", "false")
      }
    let fraction = Markup.element("mfrac", .when(!hasRule, Attribute("linethickness", "0"))) {
      markup(upper)
      markup(lower)
    }
    return size == .inherited ? fraction : .element("mstyle", style) { fraction }
  }

  private static func scripts(
    _ base: MathNode, _ below: MathNode?, _ above: MathNode?, _ areLimits: Bool
  ) -> Markup {
    let tag: StaticString =
      switch (below != nil, above != nil) {
      case (true, true): areLimits ? "munderover" : "msubsup"
      case (true, false): areLimits ? "munder" : "msub"
      default: areLimits ? "mover" : "msup"
      }
    return .element(tag) {
      markup(base)
      below.map(markup)
      above.map(markup)
    }
  }

  private static func accent(_ base: MathNode, _ sign: String, _ isBelow: Bool, _ stretches: Bool) -> Markup {
    // Few fonts have a stretchable line.
    if sign == "‾" || sign == "_" {
      return .element("mrow", .class(isBelow ? "underlined" : "overlined")) { row(base) }
    }
    return .element(
      isBelow ? "munder" : "mover", Attribute(isBelow ? "accentunder" : "accent", "true")
    ) {
      markup(base)
      Markup.element("mo", Attribute("stretchy", stretches ? "true" : "false")) { sign }
    }
  }

  private static func fenced(_ opening: String, _ content: MathNode, _ closing: String) -> Markup {
    .element("mrow") {
      if !opening.isEmpty { MathOperator.fence(opening, isOpening: true) }
      row(content)
      if !closing.isEmpty { MathOperator.fence(closing, isOpening: false) }
    }
  }

  /// Returns text whose outer spaces are no-break spaces, since MathML drops plain ones.
  private static func fixedSpaces(_ text: String) -> String {
    let text = String(text.map { $0.isWhitespace ? " " : $0 })
    let isFirst = text.hasPrefix(" ")
    let isLast = text.count > 1 && text.hasSuffix(" ")
    return (isFirst ? "\u{A0}" : "") + text.dropFirst(isFirst ? 1 : 0).dropLast(isLast ? 1 : 0)
      + (isLast ? "\u{A0}" : "")
  }
}

extension MathNode {
  /// Returns true if an operator after this node, such as a minus, is a prefix.
  fileprivate var isNoOperand: Bool {
    switch self {
    case .symbol(_, .close), .symbol(_, .ordinary): false
    case .symbol: true
    default: false
    }
  }

  fileprivate var isOperand: Bool {
    switch self {
    case .symbol(_, .close): true
    case .symbol, .space, .delimiter: false
    default: true
    }
  }

  fileprivate var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _, _): base.isFunction
    default: false
    }
  }

  fileprivate var isPlainFunction: Bool {
    switch self {
    case .function(_, takesLimits: false): true
    case .scripts(let base, _, _, _): base.isPlainFunction
    default: false
    }
  }

  fileprivate var needsSpaceBehindFunction: Bool {
    switch self {
    case .symbol, .fenced, .delimiter, .space: false
    default: true
    }
  }
}
