/// Commands, with and without arguments.
extension MathParser {
  /// The names of all commands.
  static let commands: [String] =
    ([
      MathSymbols.letters, MathSymbols.uprights, MathSymbols.binaries, MathSymbols.relations,
      MathSymbols.larges, MathSymbols.integrals, MathSymbols.opens, MathSymbols.closes, MathSymbols.bars,
      MathSymbols.limitFunctions, MathSymbols.spaces, MathSymbols.bigDelimiters,
    ].flatMap(\.keys) + MathSymbols.functions + MathVariant.allCases.map(\.rawValue) + accents.keys
    + fractions.keys + texts + ["sqrt", "left", "right", "middle", "begin", "end", "operatorname", "binom"]
    + ["overset", "underset", "limits", "nolimits"]).sorted()

  private static let accents: [String: (sign: String, isBelow: Bool, stretches: Bool)] = [
    "hat": ("^", false, false), "bar": ("¯", false, false), "vec": ("→", false, false),
    "tilde": ("~", false, false), "dot": ("˙", false, false), "ddot": ("¨", false, false),
    "check": ("ˇ", false, false), "widehat": ("^", false, true), "widetilde": ("~", false, true),
    "overline": ("‾", false, true), "underline": ("_", true, true), "overbrace": ("⏞", false, true),
    "underbrace": ("⏟", true, true), "overrightarrow": ("→", false, true),
  ]
  private static let fractions: [String: MathFractionSize] = [
    "frac": .inherited, "dfrac": .display, "tfrac": .text,
  ]
  private static let texts = ["text", "textrm", "mbox"]

  mutating func command(_ name: String, at range: Range<Int>) throws(MathFault) -> MathNode {
    if let symbol = symbol(named: name) { return symbol }
    let written = "\\\(name)"
    if let accent = Self.accents[name] {
      let base = try argument(of: written, at: range)
      return .accent(base, accent.sign, isBelow: accent.isBelow, stretches: accent.stretches)
    }
    if let size = Self.fractions[name] {
      let numerator = try argument(of: written, at: range)
      let denominator = try argument(of: written, at: range)
      return .fraction(numerator, denominator, hasRule: true, size)
    }
    if let variant = MathVariant(rawValue: name) { return try styled(variant, written, at: range) }
    if Self.texts.contains(name) { return .text(try rawArgument(of: written, at: range)) }
    if let size = bigSize(name) { return .delimiter(try bracket(behind: written, at: range), ems: size) }
    switch name {
    case "sqrt": return try root(at: range)
    case "binom":
      let upper = try argument(of: written, at: range)
      let lower = try argument(of: written, at: range)
      return .fenced("(", .fraction(upper, lower, hasRule: false, .inherited), ")")
    case "overset", "underset":
      let script = try argument(of: written, at: range)
      let base = try argument(of: written, at: range)
      return .scripts(
        base, below: name == "underset" ? script : nil, above: name == "overset" ? script : nil,
        areLimits: true)
    case "operatorname", "operatorname*":
      return .function(try functionName(of: written, at: range), takesLimits: name.hasSuffix("*"))
    case "left": return try fence(at: range)
    case "middle": return .symbol(try bracket(behind: written, at: range), .middle)
    case "begin": return try environment(at: range)
    case "right", "end", "limits", "nolimits": throw fault(.unexpected(written), at: range)
    default: throw fault(.unknownCommand(name), at: range)
    }
  }

  private func symbol(named name: String) -> MathNode? {
    if let letter = MathSymbols.letters[name] { return identifier(letter) }
    if let sign = MathSymbols.uprights[name] { return identifier(sign, isUpright: true) }
    let classes: [([String: String], MathClass)] = [
      (MathSymbols.binaries, .binary), (MathSymbols.relations, .relation), (MathSymbols.larges, .large),
      (MathSymbols.integrals, .integral), (MathSymbols.opens, .open), (MathSymbols.closes, .close),
      (MathSymbols.bars, .ordinary),
    ]
    for (symbols, kind) in classes { if let sign = symbols[name] { return .symbol(sign, kind) } }
    if MathSymbols.functions.contains(name) { return .function(name, takesLimits: false) }
    if let function = MathSymbols.limitFunctions[name] { return .function(function, takesLimits: true) }
    return MathSymbols.spaces[name].map { .space($0) }
  }

  private mutating func styled(
    _ style: MathVariant, _ written: String, at range: Range<Int>
  ) throws(MathFault) -> MathNode {
    let outer = variant
    variant = style
    defer { variant = outer }
    return try argument(of: written, at: range)
  }

  private mutating func root(at range: Range<Int>) throws(MathFault) -> MathNode {
    var index: MathNode?
    if let token = lexer.peek(), token.kind == .sign("[") {
      lexer.skip(to: token.range.upperBound)
      index = try row(until: .bracket)
      guard lexer.next() != nil else { throw fault(.unclosed("bracket"), at: token.range) }
    }
    return .root(try argument(of: "\\sqrt", at: range), index: index)
  }

  // MARK: Arguments

  /// Parses a group or a single symbol.
  mutating func argument(of owner: String, at range: Range<Int>) throws(MathFault) -> MathNode {
    guard let token = lexer.peek(), !Self.isNoArgument(token.kind) else {
      throw fault(.missingArgument(owner), at: range)
    }
    return try atom(digit: true)
  }

  private static func isNoArgument(_ kind: MathToken.Kind) -> Bool {
    switch kind {
    case .sign("}"), .sign("^"), .sign("_"), .sign("&"), .newRow, .command("right"), .command("end"): true
    default: false
    }
  }

  /// Returns the text between braces, character by character.
  mutating func rawArgument(of owner: String, at range: Range<Int>) throws(MathFault) -> String {
    guard let token = lexer.peek(), token.kind == .sign("{") else {
      throw fault(.missingArgument(owner), at: range)
    }
    lexer.skip(to: token.range.upperBound)
    guard let end = lexer.closingBrace() else { throw fault(.unclosed("brace"), at: token.range) }
    let content = token.range.upperBound..<end
    lexer.skip(to: end + 1)
    var text = ""
    var isEscaped = false
    for character in lexer.text(content) {
      switch character {
      case "\\" where !isEscaped: isEscaped = true
      case _ where isEscaped:
        guard "\\{}$%#&_ ".contains(character) else { throw fault(.unexpected("a command"), at: content) }
        text.append(character)
        isEscaped = false
      case "{", "}": break
      case "$": throw fault(.unexpected("$"), at: content)
      default: text.append(character)
      }
    }
    return text
  }

  private mutating func functionName(of owner: String, at range: Range<Int>) throws(MathFault) -> String {
    let start = lexer.position
    let content = try styled(.mathrm, owner, at: range)
    guard let name = content.word, !name.isEmpty else {
      throw fault(.unknownLetters(owner), at: start..<lexer.position)
    }
    return name
  }

  private func bigSize(_ name: String) -> String? {
    if let size = MathSymbols.bigDelimiters[name] { return size }
    return ["l", "r", "m"].contains(name.suffix(1)) ? MathSymbols.bigDelimiters[String(name.dropLast())] : nil
  }
}

extension MathNode {
  /// The letters, digits and spaces as a word.
  fileprivate var word: String? {
    switch self {
    case .identifier(let text, _), .number(let text): text
    case .space: " "
    case .symbol("−", _): "-"
    case .row(let nodes):
      nodes.lazy.map(\.word).reduce(into: "") { (text: inout String?, word) in
        if let word { text?.append(word) } else { text = nil }
      }
    default: nil
    }
  }
}
