import NotebookResults

/// The outcomes of cells, with their ids and the numbers of their figures and tables.
struct NumberedCells: Sendable {
  enum Number: Sendable, Equatable {
    case figure(Int)
    case table(Int)
  }

  struct NumberedCell: Sendable {
    let id: String
    let number: Number?
    let outcome: CellOutcome
  }

  private let list: [NumberedCell]
  /// The styles of the runs that the cells draw.
  let runs: RunStyles
  /// The indices of the cells by their names, and by the lines on which they begin.
  private let byName: [String: Int]
  private let byLine: [Int: Int]

  init(_ outcomes: [CellOutcome]) {
    let named = outcomes.enumerated().compactMap { index, outcome in outcome.name.map { ($0, index) } }
    byName = Dictionary(named) { first, _ in first }
    byLine = Dictionary(outcomes.enumerated().map { ($1.line, $0) }) { first, _ in first }
    runs = RunStyles(outcomes)
    var (figures, tables) = (0, 0)
    list = outcomes.enumerated().map { index, outcome in
      var number: Number?
      if outcome.presentation.caption != nil, outcome.presentation.output, case .ok = outcome.status {
        // The caption belongs to the first figure or table.
        switch outcome.outputs.lazy.map(\.kind).first(where: { $0 != .other }) {
        case .table?:
          tables += 1
          number = .table(tables)
        case .figure?:
          figures += 1
          number = .figure(figures)
        case .other?, nil: break
        }
      }
      return NumberedCell(id: Self.id(outcome.name, at: index), number: number, outcome: outcome)
    }
  }

  /// Returns the id of a cell. Names begin with a letter, so cells without a name use their numbers.
  static func id(_ name: String?, at index: Int) -> String { "cell-" + (name ?? String(index + 1)) }

  var ids: Set<String> { Set(list.map(\.id)) }

  func cell(at index: Int) -> NumberedCell? { list.indices.contains(index) ? list[index] : nil }

  func id(named name: String) -> String? { cell(named: name)?.id }

  func number(named name: String) -> Number? { cell(named: name)?.number }

  private func cell(named name: String) -> NumberedCell? { byName[name].map { list[$0] } }

  /// Returns the cell that begins on a line of the notebook.
  func cell(inLine line: Int) -> NumberedCell? { byLine[line].map { list[$0] } }
}
