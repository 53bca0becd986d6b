import Datasets

/// Which cell is computed next: of those whose inputs are known, the one whose work is the longest, so that no core is
/// left alone with it at the end. Cells that share their work take turns, the shorter first, whose end the longer go on
/// from.
struct RunSchedule {
  private struct Entry {
    let draft: KeyDraft
    /// The work without its length, which cells of another length share; `nil` where there is nothing to share.
    let work: CellKey?
    /// The work whatever is recorded of it.
    let course: CellKey?
  }

  private let cells: [PlannedCell]
  private var entries: [Int: Entry] = [:]
  private var isTaken: [Bool]
  /// The work that is being done, which others wait for.
  private var busy: [Int: CellKey] = [:]

  init(_ cells: [PlannedCell]) {
    self.cells = cells
    isTaken = Array(repeating: false, count: cells.count)
  }

  /// What a cell's result depends on; `nil` as long as its inputs are not known.
  func draft(at index: Int) -> KeyDraft? { entries[index]?.draft }

  /// From now on the cell may be computed.
  mutating func add(_ draft: KeyDraft, at index: Int) {
    let kind = type(of: cells[index].directive)
    entries[index] = Entry(
      draft: draft, work: kind.continuedOption.map { draft.without([$0]).key },
      course: kind.continuedOption.map { draft.without([$0] + kind.recordedOptions).key })
  }

  /// The cell to compute next, marked as taken.
  mutating func next() -> Int? {
    var claimed = Set(busy.values)
    var longest: (index: Int, work: CellKey?, length: Int)?
    let ready = cells.indices.filter { !isTaken[$0] && entries[$0] != nil }.map { index in
      (index: index, work: entries[fullest(at: index)]?.work, length: cells[index].workLength)
    }
    for cell in ready.sorted(by: { ($0.length, $0.index) < ($1.length, $1.index) }) {
      if let work = cell.work, !claimed.insert(work).inserted { continue }
      if longest == nil || cell.length > longest?.length ?? 0 { longest = cell }
    }
    guard let longest else { return nil }
    isTaken[longest.index] = true
    busy[longest.index] = longest.work
    return longest.index
  }

  mutating func finish(_ index: Int) { busy[index] = nil }

  /// The cell as which another is computed: it takes the same course, and records most of what happens on it.
  func fullest(at index: Int) -> Int {
    guard let course = entries[index]?.course else { return index }
    let directive = cells[index].directive
    return cells.indices.filter { other in
      entries[other]?.course == course && cells[other].evaluates
        && cells[other].directive.recordsAll(of: directive)
    }.reduce(index) { fullest, other in
      cells[fullest].directive.recordsAll(of: cells[other].directive) ? fullest : other
    }
  }
}

extension PlannedCell {
  /// About how many numbers a training goes through; 0 of what takes no time beside it.
  fileprivate var workLength: Int {
    guard case .fit(let fit) = signature.kind else { return 0 }
    return fit.model.model.parameterCount * (fit.data.trainingCount ?? 1) * fit.epochs
  }
}
