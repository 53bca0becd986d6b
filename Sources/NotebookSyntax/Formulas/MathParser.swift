/// A parser for formulas: symbols, groups and scripts. Commands with arguments are in an extension.
struct MathParser {
  /// Groups, arguments and brackets nested deeper than this are refused, so that traversals may recurse.
  static let deepestNesting = 30

  /// A token that ends a row without being part of it.
  enum End: Equatable {
    case text, brace, bracket, right
    case cell(environment: String)
  }

  var lexer: MathLexer
  var variant: MathVariant?
  private var depth = 0

  static func parse(_ text: String) throws(MathFault) -> MathNode {
    var parser = MathParser(lexer: MathLexer(text))
    return try parser.row(until: .text)
  }

  private init(lexer: MathLexer) { self.lexer = lexer }

  func fault(_ problem: FormulaProblem, at range: Range<Int>) -> MathFault {
    MathFault(problem: problem, range: range)
  }

  /// Parses everything up to an end, which is not consumed.
  mutating func row(until end: End) throws(MathFault) -> MathNode {
    var nodes: [MathNode] = []
    while let token = lexer.peek(), !Self.ends(token, end) {
      nodes.append(try scripted(try atom()))
    }
    if variant?.joinsLetters == true { nodes = Self.joined(nodes) }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private static func ends(_ token: MathToken, _ end: End) -> Bool {
    switch (token.kind, end) {
    case (.sign("}"), .brace), (.sign("]"), .bracket), (.command("right"), .right): true
    case (.sign("&"), .cell), (.newRow, .cell), (.command("end"), .cell): true
    default: false
    }
  }

  /// Parses one symbol, group or command, without scripts.
  ///
  /// - Parameter digit: true to take only the first digit of a number.
  mutating func atom(digit: Bool = false) throws(MathFault) -> MathNode {
    depth += 1
    defer { depth -= 1 }
    guard let token = lexer.next(digit: digit) else {
      throw fault(.unexpected("the end"), at: lexer.end..<lexer.end)
    }
    guard depth <= Self.deepestNesting else {
      throw fault(.tooDeep(limit: Self.deepestNesting), at: token.range)
    }
    switch token.kind {
    case .letter(let letter): return identifier(letter)
    case .number(let number):
      return .number(variant.map { variant in number.map { variant.styled(String($0)) }.joined() } ?? number)
    case .command(let name): return try command(name, at: token.range)
    case .newRow: throw fault(.unexpected("\\\\"), at: token.range)
    case .sign("{"): return try group(openedAt: token.range)
    case .sign("^"), .sign("_"):
      // A script with nothing before it has an empty base.
      lexer.skip(to: token.range.lowerBound)
      return .row([])
    case .sign(let sign): return try symbol(sign, at: token.range)
    }
  }

  func identifier(_ letter: String, isUpright: Bool = false) -> MathNode {
    guard let variant else { return .identifier(letter, isUpright: isUpright) }
    let styled = variant.styled(letter)
    return .identifier(styled, isUpright: isUpright || variant != .mathit && styled == letter)
  }

  /// Parses the text between a brace that has been read and the one that closes it.
  mutating func group(openedAt range: Range<Int>) throws(MathFault) -> MathNode {
    let content = try row(until: .brace)
    guard lexer.next() != nil else { throw fault(.unclosed("brace"), at: range) }
    return content
  }

  private func symbol(_ sign: Character, at range: Range<Int>) throws(MathFault) -> MathNode {
    switch sign {
    case "+": .symbol("+", .binary)
    case "-": .symbol("−", .binary)
    case "*": .symbol("∗", .binary)
    case "/": .symbol("/", .ordinary)
    case "=", "<", ">", ":": .symbol(String(sign), .relation)
    case "(", "[": .symbol(String(sign), .open)
    case ")", "]", "!", "?": .symbol(String(sign), .close)
    case ",", ";": .symbol(String(sign), .punctuation)
    case "|", ".", "@", "\"": .symbol(String(sign), .ordinary)
    case "'": .symbol("′", .ordinary)
    case "~": .space("0.25em")
    case _ where sign.isASCII || sign.isWhitespace: throw fault(.unexpected(String(sign)), at: range)
    default: .symbol(String(sign), sign.isMathSymbol ? .relation : .ordinary)
    }
  }

  // MARK: Scripts

  private mutating func scripted(_ base: MathNode) throws(MathFault) -> MathNode {
    var below: MathNode?
    var above: MathNode?
    var areLimits = base.takesLimits
    while let token = lexer.peek() {
      switch token.kind {
      case .command("limits"), .command("nolimits"):
        guard base.isLarge else { throw fault(.unexpected(lexer.text(token.range)), at: token.range) }
        areLimits = token.kind == .command("limits")
        lexer.skip(to: token.range.upperBound)
      case .sign("'"):
        if above != nil { throw fault(.scriptTwice("^"), at: token.range) }
        above = try primes()
      case .sign("^"):
        if above != nil { throw fault(.scriptTwice("^"), at: token.range) }
        above = try script(token)
      case .sign("_"):
        if below != nil { throw fault(.scriptTwice("_"), at: token.range) }
        below = try script(token)
      default: return base.with(below: below, above: above, areLimits: areLimits)
      }
    }
    return base.with(below: below, above: above, areLimits: areLimits)
  }

  private mutating func script(_ sign: MathToken) throws(MathFault) -> MathNode {
    lexer.skip(to: sign.range.upperBound)
    return try argument(of: lexer.text(sign.range), at: sign.range)
  }

  /// Parses primes as a superscript, together with any superscript after them.
  private mutating func primes() throws(MathFault) -> MathNode {
    var count = 0
    while let token = lexer.peek(), token.kind == .sign("'") {
      count += 1
      lexer.skip(to: token.range.upperBound)
    }
    let primes = MathNode.symbol(String(repeating: "′", count: count), .ordinary)
    guard let token = lexer.peek(), token.kind == .sign("^") else { return primes }
    return .row([primes, try script(token)])
  }

  /// Returns the nodes with adjacent letters joined into words: `\mathrm{ReLU}`.
  private static func joined(_ nodes: [MathNode]) -> [MathNode] {
    var joined: [MathNode] = []
    var word = ""
    var isWordUpright = false
    func finish() {
      if !word.isEmpty { joined.append(.identifier(word, isUpright: isWordUpright)) }
      word = ""
    }
    for node in nodes {
      guard case .identifier(let letter, let isUpright) = node else {
        finish()
        joined.append(node)
        continue
      }
      if isUpright != isWordUpright { finish() }
      isWordUpright = isUpright
      word += letter
    }
    finish()
    return joined
  }
}

extension MathNode {
  fileprivate var isLarge: Bool {
    switch self {
    case .symbol(_, .large), .symbol(_, .integral), .function: true
    default: false
    }
  }

  /// True if scripts go above and below rather than beside the node.
  fileprivate var takesLimits: Bool {
    switch self {
    case .symbol(_, .large), .function(_, takesLimits: true): true
    case .accent(_, let sign, _, stretches: true): sign == "⏞" || sign == "⏟"
    default: false
    }
  }

  fileprivate func with(below: MathNode?, above: MathNode?, areLimits: Bool) -> MathNode {
    below == nil && above == nil
      ? self : .scripts(self, below: below, above: above, areLimits: areLimits)
  }
}
