import Datasets

/// Which cell is computed next: of those whose inputs are known, the one with the longest work in itself and what needs
/// it, so that no core is left alone with that at the end. Cells that share their work take turns, the shorter first,
/// from whose end the longer go on; it is as urgent as the longest of them.
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
  /// The cells of each course, in the order of the notebook.
  private var courses: [CellKey: [Int]] = [:]
  /// The work of each cell and of the longest chain of those that need it.
  private let pathLengths: [Int]
  private var isTaken: [Bool]
  /// The work that is being done, which others wait for.
  private var busy: [Int: CellKey] = [:]

  init(_ cells: [PlannedCell]) {
    self.cells = cells
    isTaken = Array(repeating: false, count: cells.count)
    var lengths = cells.map(\.workLength)
    for (index, cell) in cells.enumerated().reversed() {
      let readers = cells.indices.filter { reader in cell.name.map(cells[reader].inputs.contains) ?? false }
      lengths[index] += readers.map { lengths[$0] }.max() ?? 0
    }
    pathLengths = lengths
  }

  /// What a cell's result depends on; `nil` as long as its inputs are not known.
  func draft(at index: Int) -> KeyDraft? { entries[index]?.draft }

  /// From now on the cell may be computed.
  mutating func add(_ draft: KeyDraft, at index: Int) {
    let continued = cells[index].directive as? any ContinuedWork
    let course = continued?.course(draft)
    entries[index] = Entry(draft: draft, work: continued?.work(draft), course: course)
    if let course { courses[course] = ((courses[course] ?? []) + [index]).sorted() }
  }

  /// The cell to compute next, marked as taken.
  ///
  /// - Parameter fits: whether a cell may be computed beside those that are.
  mutating func next(where fits: (Int) -> Bool = { _ in true }) -> Int? {
    let ready = cells.indices.filter { !isTaken[$0] && entries[$0] != nil && fits($0) }
      .map { (index: $0, work: work(at: $0)) }
    // Of cells that share their work one has its turn, for all that wait for it.
    var longest: [CellKey: Int] = [:]
    for (index, work) in ready {
      if let work { longest[work] = max(longest[work] ?? 0, pathLengths[index]) }
    }
    var claimed = Set(busy.values)
    let next = ready.sorted {
      (cells[$0.index].workLength, $0.index) < (cells[$1.index].workLength, $1.index)
    }
    .filter { cell in cell.work.map { claimed.insert($0).inserted } ?? true }
    .map { (index: $0.index, urgency: $0.work.flatMap { longest[$0] } ?? pathLengths[$0.index]) }
    .max { ($0.urgency, -$0.index) < ($1.urgency, -$1.index) }?.index
    guard let next else { return nil }
    isTaken[next] = true
    busy[next] = work(at: next)
    return next
  }

  /// The work that a cell shares, as whichever cell it is done.
  private func work(at index: Int) -> CellKey? {
    entries[index]?.work.flatMap { _ in entries[fullest(at: index)]?.work }
  }

  mutating func finish(_ index: Int) { busy[index] = nil }

  /// The cell as which another is computed: it takes the same course, and records most of what happens on it.
  func fullest(at index: Int) -> Int {
    guard let course = entries[index]?.course else { return index }
    return (courses[course] ?? []).filter { other in
      cells[other].evaluates && records(other, allOf: index)
    }.reduce(index) { fullest, other in records(fullest, allOf: other) ? fullest : other }
  }

  private func records(_ index: Int, allOf other: Int) -> Bool {
    guard let one = cells[index].directive as? any ContinuedWork,
      let other = cells[other].directive as? any ContinuedWork
    else { return false }
    return one.recordsAll(of: other)
  }
}

extension PlannedCell {
  /// About how many numbers its work goes through; 0 of what takes no time beside it.
  fileprivate var workLength: Int { (directive as? any ContinuedWork)?.size(signature) ?? 0 }
}
