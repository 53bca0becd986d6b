import Diagnostics

/// A parser for expressions that uses precedence climbing.
///
///     expression  = operand { operator operand } { "|" format }
///     comparison  = sum ( "<" | "<=" | … ) sum  |  sum "within" sum ".." sum
///                 | sum ( "<" | "<=" | ">" | ">=" ) sum "beyond" "seeds"
///     operand     = number [ "%" | "pp" ] | path | text | "-" operand | "not" operand | "(" expression ")"
///                 | function "(" expression { "," expression } ")"
///     path        = name { "." name | "[" integer "]" }
///     format      = name [ "(" digits ")" ]
package struct ExpressionParser {
  /// The maximum nesting depth of parentheses and signs.
  private static let maximumDepth = 25
  /// The maximum number of operators, signs, formats and functions in an expression.
  ///
  /// Each of them can contain what precedes it, so this limits how deep walks over the expression recurse.
  package static let mostOperations = 40

  private let tokens: [ExpressionToken]
  private var position = 0
  private var depth = 0
  private var operations = 0

  package static func parse(_ text: SourceText) throws(PlacedProblem) -> Expression {
    var parser = ExpressionParser(tokens: try ExpressionLexer.tokens(of: text))
    if parser.token.kind == .end { throw PlacedProblem(.empty, at: text.range) }
    let expression = try parser.formattedExpression()
    guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private init(tokens: [ExpressionToken]) { self.tokens = tokens }

  private var token: ExpressionToken { tokens[position] }

  private func unexpected(_ expected: String) -> PlacedProblem {
    PlacedProblem(.unexpected(token.description, expected: expected), at: token.range)
  }

  private mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// Counts the operator or function at a place.
  private mutating func countOperation(at place: SourceRange) throws(PlacedProblem) {
    operations += 1
    if operations > Self.mostOperations {
      throw PlacedProblem(.tooManyOperations(limit: Self.mostOperations), at: place)
    }
  }

  private mutating func accept(_ kind: ExpressionToken.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  private mutating func expect(_ sign: String) throws(PlacedProblem) {
    guard accept(.sign(sign)) else { throw unexpected("\"\(sign)\"") }
  }

  private mutating func formattedExpression() throws(PlacedProblem) -> Expression {
    var expression = try operation(level: 1)
    while token.kind == .sign("|") {
      try countOperation(at: token.range)
      advance()
      expression = .formatted(expression, try format())
    }
    return expression
  }

  private mutating func operation(level: Int) throws(PlacedProblem) -> Expression {
    var left = try operand()
    var isOrdered = false
    while true {
      if token.kind == .name("within"), level <= 4 {
        try countOperation(at: token.range)
        advance()
        let start = token.range.start
        let lower = try operation(level: 5)
        try expect("..")
        let upper = try operation(level: 5)
        left = .within(
          left, lower: lower, upper: upper, at: SourceRange(start, tokens[position - 1].range.end))
        continue
      }
      if token.kind == .name("beyond"), level <= 4, case .binary(let greater, let symbol, let lesser) = left,
        symbol.isOrder
      {
        try countOperation(at: token.range)
        let start = token.range.start
        advance()
        guard accept(.name("seeds")) else { throw unexpected("\"seeds\"") }
        left = .beyondSeeds(
          greater, symbol, lesser, at: SourceRange(start, tokens[position - 1].range.end))
        continue
      }
      guard let symbol = binaryOperator, symbol.level >= level else { return left }
      if symbol.isOrder, isOrdered { throw PlacedProblem(.chainedComparison, at: token.range) }
      isOrdered = symbol.isOrder || isOrdered && !symbol.isLogical
      try countOperation(at: token.range)
      advance()
      left = .binary(left, symbol, try operation(level: symbol.level + 1))
    }
  }

  private var binaryOperator: Expression.BinaryOperator? {
    switch token.kind {
    case .sign(let sign): Expression.BinaryOperator(rawValue: sign)
    case .name(let name): Expression.BinaryOperator(rawValue: name)
    default: nil
    }
  }

  private mutating func operand() throws(PlacedProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else { throw unexpected("fewer than \(Self.maximumDepth) parentheses") }
    let first = token
    switch first.kind {
    case .number(let number):
      advance()
      return .number(number)
    case .text(let text):
      advance()
      return .text(text)
    case .sign("-"):
      try countOperation(at: first.range)
      advance()
      return .negated(try operand())
    case .sign("("):
      advance()
      let inner = try formattedExpression()
      try expect(")")
      return inner
    case .name("not"):
      try countOperation(at: first.range)
      advance()
      return .not(try operation(level: 3))
    case .name(let name) where name != "and" && name != "or" && name != "within":
      advance()
      guard token.kind == .sign("(") else { return .path(try path(from: name, at: first.range)) }
      guard let function = Expression.Function(rawValue: name) else {
        throw PlacedProblem(.unknownFunction(name), at: first.range)
      }
      try countOperation(at: first.range)
      return .call(function, try arguments())
    default:
      throw unexpected("a name or a number")
    }
  }

  private mutating func arguments() throws(PlacedProblem) -> [Expression] {
    try expect("(")
    var arguments = [try operation(level: 1)]
    while accept(.sign(",")) { arguments.append(try operation(level: 1)) }
    try expect(")")
    return arguments
  }

  private mutating func path(from root: String, at range: SourceRange) throws(PlacedProblem)
    -> Expression.Path
  {
    var steps: [(Expression.Path.Step, SourceRange)] = []
    while true {
      let start = token.range.start
      if accept(.sign(".")) {
        guard case .name(let field) = token.kind else { throw unexpected("the name of a result") }
        steps.append((.field(field), token.range))
        advance()
      } else if accept(.sign("[")) {
        guard case .number(let number) = token.kind, let index = Int(exactly: number), index >= 0 else {
          throw unexpected("a whole number from 0")
        }
        advance()
        let end = token.range.end
        try expect("]")
        steps.append((.index(index), SourceRange(start, end)))
      } else {
        return Expression.Path(root: root, rootRange: range, steps: steps)
      }
    }
  }

  private mutating func format() throws(PlacedProblem) -> ValueFormat {
    guard case .name(let written) = token.kind else { throw PlacedProblem(.noFormat, at: token.range) }
    guard let name = ValueFormat.Name(rawValue: written) else {
      throw PlacedProblem(.unknownFormat(written), at: token.range)
    }
    advance()
    guard accept(.sign("(")) else { return ValueFormat(name, digits: name == .integer ? 0 : 2) }
    guard case .number(let number) = token.kind, let digits = Int(exactly: number), (0...17).contains(digits)
    else {
      throw PlacedProblem(.formatArgument(name, found: token.description), at: token.range)
    }
    advance()
    try expect(")")
    return ValueFormat(name, digits: digits)
  }
}
