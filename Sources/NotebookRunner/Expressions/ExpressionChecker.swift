import Diagnostics
import NotebookResults
import Options

/// Finds what is wrong with an expression from the types of the results it reads.
package struct ExpressionChecker {
  /// The types of the cells above and of the parameters.
  let types: [String: Lookup<ValueType>]
  /// The cell whose caption contains the expression, which may use that cell's own results.
  let own: (name: String, type: ValueType?)?
  /// The names in notebook order, for messages.
  let names: [String]
  /// The names of cells further down.
  let namesBelow: Set<String>
  let brokenCells: BrokenCells
  /// True if the expression is in a cell, which may use only results from above it.
  let isInCell: Bool
  /// The place of the whole expression.
  let whole: SourceRange

  init(
    types: [String: Lookup<ValueType>], own: (name: String, type: ValueType?)?, names: [String],
    namesBelow: Set<String>, brokenCells: BrokenCells, isInCell: Bool, whole: SourceRange
  ) {
    self.types = types
    self.own = own
    self.names = names
    self.namesBelow = namesBelow
    self.brokenCells = brokenCells
    self.isInCell = isInCell
    self.whole = whole
  }

  /// Creates a checker for an expression in prose, below cells without errors.
  package init(types: [String: ValueType], whole: SourceRange) {
    self.init(
      types: types.mapValues { .known($0) }, own: nil, names: types.keys.sorted(), namesBelow: [],
      brokenCells: BrokenCells(), isInCell: false, whole: whole)
  }

  /// - Returns: the type of the expression, or `nil` if it depends on a cell that has errors itself.
  package func type(of expression: Expression) throws(PlacedProblem) -> ValueType? {
    switch expression {
    case .number: return .number
    case .text: return .text
    case .path(let path): return try type(of: path)
    case .negated(let inner):
      try demandNumber(inner, for: "-")
      return .number
    case .not(let inner):
      try demandFlag(inner, for: "not")
      return .flag
    case .formatted(let inner, let format):
      try demandNumber(inner, for: format.name.rawValue)
      return .text
    case .within(let inner, let lower, let upper, let range):
      for part in [inner, lower, upper] { try demandNumber(part, for: "within") }
      let constants = ExpressionEvaluator(values: [:])
      if let low = constants.number(of: lower), let high = constants.number(of: upper), low > high {
        throw PlacedProblem(.reversedRange, at: range)
      }
      for bound in [lower, upper] {
        try checkShare(inner, against: bound)
        try checkUnits(inner, bound)
      }
      return .flag
    case .beyondSeeds(let left, let symbol, let right, let range):
      let type = try type(of: .binary(left, symbol, right))
      try checkSeeds([left, right], at: range)
      return type
    case .call(let function, let arguments):
      for argument in arguments { try demandNumber(argument, for: function.rawValue) }
      return .number
    case .binary(let left, let symbol, let right):
      if symbol == .equal || symbol == .notEqual {
        try demandAlike(left, right, for: symbol.rawValue)
        try checkUnits(left, right)
        return .flag
      }
      for part in [left, right] {
        if symbol.isLogical {
          try demandFlag(part, for: symbol.rawValue)
        } else {
          try demandNumber(part, for: symbol.rawValue)
        }
      }
      if symbol.isComparison {
        try checkShare(left, against: right)
        try checkShare(right, against: left)
        try checkUnits(left, right)
      }
      if symbol == .divided, ExpressionEvaluator(values: [:]).number(of: right) == 0 {
        throw PlacedProblem(.divisionByZero, at: whole)
      }
      return symbol.isLogical || symbol.isComparison ? .flag : .number
    }
  }

  /// Rejects a claim over seeds whose results have too few in common.
  private func checkSeeds(_ sides: [Expression], at range: SourceRange) throws(PlacedProblem) {
    var common: [Int]?
    for path in sides.flatMap(\.paths) {
      guard let type = try type(of: path) else { return }
      guard case .seeds(_, let seeds) = type else { continue }
      let known = Set(seeds)
      common = common.map { $0.filter(known.contains) } ?? seeds
    }
    if common?.count ?? 0 < SeedComparison.fewest {
      throw PlacedProblem(.tooFewSeeds(common?.count, fewest: SeedComparison.fewest), at: range)
    }
  }

  /// Rejects a comparison of a share, which lies between 0 and 1, with a number outside that range.
  private func checkShare(_ side: Expression, against other: Expression) throws(PlacedProblem) {
    guard case .path(let path) = side, unit(of: path) == .share,
      let number = ExpressionEvaluator(values: [:]).number(of: other), !(0...1).contains(number)
    else { return }
    throw PlacedProblem(.beyondShare(path.spelling, number), at: whole)
  }

  /// Rejects a comparison of a share with a quantity of another unit.
  private func checkUnits(_ left: Expression, _ right: Expression) throws(PlacedProblem) {
    guard let one = unit(of: left), let other = unit(of: right), (one == .share) != (other == .share),
      let path = left.paths.first?.spelling, let otherPath = right.paths.first?.spelling
    else { return }
    throw PlacedProblem(
      one == .share
        ? .unlikeUnits(share: path, other: otherPath) : .unlikeUnits(share: otherPath, other: path),
      at: whole)
  }

  /// Returns the type of a cell, or of the parameters.
  func type(of name: String) -> Lookup<ValueType> {
    if let own, own.name == name, name != NotebookParameters.root { return Lookup(own.type) }
    return types[name] ?? .absent
  }

  private func type(of path: Expression.Path) throws(PlacedProblem) -> ValueType? {
    var type: ValueType
    switch self.type(of: path.root) {
    case .known(let known): type = known
    case .broken: return nil
    case .absent:
      if namesBelow.contains(path.root) { throw PlacedProblem(.laterName(path.root), at: path.rootRange) }
      let known = names + [own?.name].compactMap(\.self).filter(CellNames.isUsable)
      if brokenCells.mayInclude(path.root, known: known) { return nil }
      throw PlacedProblem(.unknownName(path.root, known: known, isInCell: isInCell), at: path.rootRange)
    }
    var owner = path.root
    for (step, range) in path.steps {
      type = try self.type(after: step, in: type, owner: owner, at: range)
      owner += step.spelling
    }
    switch type {
    case .record, .list, .seeds(.record, _), .seeds(.list, _):
      throw PlacedProblem(.noScalar(owner, known: Self.fields(of: type)), at: path.range)
    case .seeds(.text, let seeds), .seeds(.flag, let seeds):
      throw PlacedProblem(.differsBySeed(owner, count: seeds.count), at: path.range)
    default: return type
    }
  }

  private func type(
    after step: Expression.Path.Step, in type: ValueType, owner: String, at range: SourceRange
  ) throws(PlacedProblem) -> ValueType {
    switch (step, type) {
    case (.field(let name), .seeds(let each, let seeds)):
      if let field = SeedsField(rawValue: name) {
        return try self.type(of: field, each, count: seeds.count, owner: owner, at: range)
      }
      return .seeds(try self.type(after: step, in: each, owner: owner, at: range), seeds: seeds)
    case (.index, .seeds(let each, let seeds)):
      return .seeds(try self.type(after: step, in: each, owner: owner, at: range), seeds: seeds)
    case (.field(let name), .record):
      if let field = type.field(name) { return field.type }
      throw PlacedProblem(.unknownField(name, of: owner, known: Self.fields(of: type)), at: range)
    case (.field(let name), .series(_, let hasBest)):
      if SeriesField.names(hasBest: hasBest).contains(name) { return .number }
      throw PlacedProblem(.unknownField(name, of: owner, known: Self.fields(of: type)), at: range)
    case (.field(let name), _):
      throw PlacedProblem(.unknownField(name, of: owner, known: []), at: range)
    case (.index(let index), .series(let counts, _)):
      // An index between the bounds can be checked only once the result exists.
      if index < counts.upperBound { return .number }
      throw PlacedProblem(
        .indexOutOfRange(index, count: counts.upperBound, of: owner, isSeries: true), at: range)
    case (.index(let index), .list(let element, let count)):
      if index < count ?? .max { return element }
      throw PlacedProblem(.indexOutOfRange(index, count: count ?? 0, of: owner, isSeries: false), at: range)
    case (.index, .record(let fields)):
      if let field = fields.first(where: { $0.name == ImpliedField.list }) {
        return try self.type(after: step, in: field.type, owner: owner, at: range)
      }
      throw PlacedProblem(.notIndexable(owner), at: range)
    case (.index, _):
      throw PlacedProblem(.notIndexable(owner), at: range)
    }
  }

  private func type(
    of field: SeedsField, _ each: ValueType, count: Int, owner: String, at range: SourceRange
  ) throws(PlacedProblem) -> ValueType {
    switch (field, each) {
    case (.seeds, _): return .list(each, count: count)
    case (_, .number), (_, .series): return .number
    default: throw PlacedProblem(.noScalar(owner, known: Self.fields(of: each)), at: range)
    }
  }

  static func fields(of type: ValueType) -> [String] {
    switch type {
    case .seeds(let each, _): fields(of: each) + [SeedsField.seeds.rawValue]
    case .record(let fields):
      fields.flatMap { field in
        if field.name == ImpliedField.record, case .record(let implied) = field.type {
          return implied.map(\.name)
        }
        return [field.name]
      }
    case .series(_, let hasBest): SeriesField.names(hasBest: hasBest)
    default: []
    }
  }

  private func demandNumber(_ part: Expression, for symbol: String) throws(PlacedProblem) {
    switch try type(of: part) {
    case nil, .number?, .series?, .seeds(.number, _)?, .seeds(.series, _)?: return
    case let found?: throw wrong(part, symbol, needs: "a number", found)
    }
  }

  private func demandFlag(_ part: Expression, for symbol: String) throws(PlacedProblem) {
    switch try type(of: part) {
    case nil, .flag?: return
    case let found?: throw wrong(part, symbol, needs: "true or false on either side", found)
    }
  }

  private func demandAlike(_ left: Expression, _ right: Expression, for symbol: String) throws(PlacedProblem)
  {
    guard let one = try type(of: left), let other = try type(of: right) else { return }
    guard one.phrase != other.phrase else { return }
    throw wrong(right, symbol, needs: "two values of the same kind, and \(one.phrase) is before it", other)
  }

  private func wrong(
    _ part: Expression, _ symbol: String, needs: String, _ found: ValueType
  ) -> PlacedProblem {
    PlacedProblem(
      .wrongOperand(symbol, needs: needs, found: found.phrase), at: part.paths.first?.range ?? whole)
  }
}
