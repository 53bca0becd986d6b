import Datasets

/// Chooses the cell to compute next: among those whose inputs are known, the one that begins the longest
/// chain of work, so that no core is left alone with it at the end. Cells that share their work take turns;
/// the shorter go first and the longer continue from there. A turn is as urgent as the longest of them.
struct RunSchedule {
  private struct Entry {
    let draft: KeyDraft
    /// The work regardless of its length, which cells of other lengths share; `nil` if none can share it.
    let work: CellKey?
    /// The work regardless of what is recorded.
    let course: CellKey?
  }

  private let cells: [PlannedCell]
  private var entries: [Int: Entry] = [:]
  /// The cells of each course, in the order of the notebook.
  private var courses: [CellKey: [Int]] = [:]
  /// The length of the work of each cell plus that of the longest chain of cells that need it.
  private let pathLengths: [Int]
  private var isTaken: [Bool]
  /// The work in progress, which others wait for.
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

  /// Returns the dependencies of a cell's result; `nil` until its inputs are known.
  func draft(at index: Int) -> KeyDraft? { entries[index]?.draft }

  /// Adds a cell, which may be computed from now on.
  mutating func add(_ draft: KeyDraft, at index: Int) {
    let continued = cells[index].directive as? any ContinuedWork
    let course = continued?.course(draft)
    entries[index] = Entry(draft: draft, work: continued?.work(draft), course: course)
    if let course { courses[course] = ((courses[course] ?? []) + [index]).sorted() }
  }

  /// Returns the cell to compute next, and marks it as taken.
  ///
  /// - Parameter fits: returns true if a cell may be computed along with those in progress.
  mutating func next(where fits: (Int) -> Bool = { _ in true }) -> Int? {
    let ready = cells.indices.filter { !isTaken[$0] && entries[$0] != nil && fits($0) }
      .map { (index: $0, work: work(at: $0)) }
    // Of the cells that share their work, one takes its turn on behalf of all that wait for it.
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

  /// Returns the work that a cell shares with the cell whose work is done for it.
  private func work(at index: Int) -> CellKey? {
    entries[index]?.work.flatMap { _ in entries[fullest(at: index)]?.work }
  }

  mutating func finish(_ index: Int) { busy[index] = nil }

  /// Returns the cell whose work is done for another: one of the same course that records the most.
  func fullest(at index: Int) -> Int {
    guard let course = entries[index]?.course else { return index }
    return (courses[course] ?? []).filter { other in
      cells[other].isComputed && records(other, allOf: index)
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
  /// The approximate count of numbers that its work processes; 0 for cells whose time is negligible.
  fileprivate var workLength: Int { (directive as? any ContinuedWork)?.size(signature) ?? 0 }
}
