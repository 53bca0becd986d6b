/// Brackets that grow with their content, and tables.
extension MathParser {
  static let environments = [
    "aligned", "align*", "bmatrix", "Bmatrix", "cases", "gathered", "matrix", "pmatrix", "vmatrix", "Vmatrix",
  ]

  private static let fences: [String: (String, String)] = [
    "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "cases": ("{", ""),
  ]

  /// Parses the text between `\left` and `\right`.
  mutating func fence(at range: Range<Int>) throws(MathFault) -> MathNode {
    let opening = try bracket(behind: "\\left", at: range)
    let content = try row(until: .right)
    guard let token = lexer.next() else { throw fault(.unclosed("\\left"), at: range) }
    return .fenced(opening, content, try bracket(behind: "\\right", at: token.range))
  }

  /// Parses a bracket or a bar; returns an empty text for a period.
  mutating func bracket(behind owner: String, at range: Range<Int>) throws(MathFault) -> String {
    guard let token = lexer.next() else { throw fault(.missingBracket(owner), at: range) }
    switch token.kind {
    case .sign("."): return ""
    case .sign("<"): return "⟨"
    case .sign(">"): return "⟩"
    case .sign(let sign) where "()[]|/".contains(sign): return String(sign)
    case .command(let name):
      let known = MathSymbols.opens[name] ?? MathSymbols.closes[name] ?? MathSymbols.bars[name]
      if let known { return known }
    default: break
    }
    throw fault(.missingBracket(owner), at: range)
  }

  mutating func environment(at range: Range<Int>) throws(MathFault) -> MathNode {
    let start = lexer.position
    let name = try rawArgument(of: "\\begin", at: range)
    guard Self.environments.contains(name) else {
      throw fault(.unknownEnvironment(name), at: start..<lexer.position)
    }
    let opening = range.lowerBound..<lexer.position
    var rows: [[MathNode]] = []
    var cells: [MathNode] = []
    while true {
      cells.append(try row(until: .cell(environment: name)))
      guard let token = lexer.next() else { throw fault(.unclosed(name), at: opening) }
      switch token.kind {
      case .sign("&"): continue
      case .newRow:
        rows.append(cells)
        cells = []
      default:
        let end = try rawArgument(of: "\\end", at: token.range)
        guard end == name else {
          throw fault(.unexpected("\\end{\(end)}"), at: token.range.lowerBound..<lexer.position)
        }
        // An empty last row is only the end of the row before it.
        if cells != [.row([])] { rows.append(cells) }
        return table(rows, name)
      }
    }
  }

  private func table(_ rows: [[MathNode]], _ environment: String) -> MathNode {
    let kind: MathTableKind =
      switch environment {
      case "aligned", "align*": .aligned
      case "gathered": .gathered
      case "cases": .cases
      default: .matrix
      }
    let table = MathNode.table(rows, kind)
    return Self.fences[environment].map { .fenced($0.0, table, $0.1) } ?? table
  }
}
