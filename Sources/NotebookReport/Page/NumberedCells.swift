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

  init(_ outcomes: [CellOutcome]) {
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

  private func cell(named name: String) -> NumberedCell? { list.first { $0.outcome.name == name } }

  /// Returns the cell that begins on a line of the notebook.
  func cell(inLine line: Int) -> NumberedCell? { list.first { $0.outcome.line == line } }
}
