import NotebookResults

/// The outcomes of cells, with their ids and the numbers of their figures and tables.
struct NumberedCells: Sendable {
  enum Number: Sendable, Equatable {
    case figure(Int)
    case table(Int)

    var value: Int {
      switch self {
      case .figure(let number), .table(let number): number
      }
    }
  }

  /// One of several figures and tables of a cell, such as 10b.
  struct Part: Sendable {
    let letter: String
    let id: String
    /// The number of the cell with the letter of the part.
    let label: String

    func heading(_ title: String) -> String { "\(label) · \(title)" }
  }

  struct NumberedCell: Sendable {
    let id: String
    let number: Number?
    let outcome: CellOutcome

    /// The parts by the indices of their outputs; empty for a cell with a single figure or table.
    var parts: [Int: Part] {
      let indices = outcome.outputs.indices.filter { outcome.outputs[$0].isPart }
      guard let number, indices.count > 1 else { return [:] }
      let parts = indices.enumerated().map { place, index in
        let letter = NumberedCells.letter(place)
        return (index, Part(letter: letter, id: "\(id)-\(letter)", label: "\(number.value)\(letter)"))
      }
      return Dictionary(uniqueKeysWithValues: parts)
    }

    func part(_ letter: String) -> Part? { parts.values.first { $0.letter == letter } }
  }

  /// Returns a, b, …, z, aa, ab, … for 0, 1, ….
  private static func letter(_ place: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place % 26)))
    return place < 26 ? last : letter(place / 26 - 1) + last
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

  var ids: Set<String> { Set(list.flatMap { [$0.id] + $0.parts.values.map(\.id) }) }

  func cell(at index: Int) -> NumberedCell? { list.indices.contains(index) ? list[index] : nil }

  func cell(named name: String) -> NumberedCell? { byName[name].map { list[$0] } }

  /// Returns the cell that begins on a line of the notebook.
  func cell(inLine line: Int) -> NumberedCell? { byLine[line].map { list[$0] } }
}
