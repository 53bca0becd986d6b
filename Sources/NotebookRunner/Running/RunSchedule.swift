/// Chooses the cell to compute next: among those whose inputs are known, the one that begins the longest
/// chain of work, so that no core is left alone with it at the end. Of cells that share their work, one at a time does
/// it for all of them.
struct RunSchedule {
  private let cells: [PlannedCell]
  /// The length of the work of each cell plus that of the longest chain of cells that need it.
  private let pathLengths: [Int]
  /// The dependencies of the results of the cells whose inputs are known.
  private var drafts: [KeyDraft?]
  /// The course of the work of each cell; `nil` for one that shares no work.
  private var places: [CellKey?]
  private var courses: [CellKey: WorkCourse] = [:]
  private var candidates: CellCandidates

  /// - Parameter indices: the indices of the cells by name.
  init(_ cells: [PlannedCell], indices: [String: Int]) {
    self.cells = cells
    drafts = Array(repeating: nil, count: cells.count)
    places = Array(repeating: nil, count: cells.count)
    candidates = CellCandidates(needs: cells.map(\.memory.workingBytes))
    // Cells read only cells above, so that the chain below a cell is known when it is reached from the end.
    var lengths = cells.map(\.workLength)
    var below = Array(repeating: 0, count: cells.count)
    for (index, cell) in cells.enumerated().reversed() {
      lengths[index] += below[index]
      for input in cell.inputs.compactMap({ indices[$0] }) {
        below[input] = max(below[input], lengths[index])
      }
    }
    pathLengths = lengths
  }

  /// Returns the dependencies of a cell's result; `nil` until its inputs are known.
  func draft(at index: Int) -> KeyDraft? { drafts[index] }

  /// Adds a cell, which may be computed from now on.
  mutating func add(_ draft: KeyDraft, at index: Int) {
    drafts[index] = draft
    guard let directive = cells[index].directive as? any ContinuedWork else {
      return candidates.add(index, urgency: pathLengths[index])
    }
    let course = directive.course(draft)
    places[index] = course
    courses[course, default: WorkCourse()].add(
      index, directive, work: directive.work(draft), isComputed: cells[index].isComputed,
      length: cells[index].workLength, urgency: pathLengths[index])
    courses[course]?.offer(to: &candidates)
  }

  /// Returns the cell to compute next, and marks it as taken.
  ///
  /// - Parameter room: the bytes of working memory that it may take.
  mutating func next(within room: Double = .infinity) -> Int? {
    guard let next = candidates.first(within: room) else { return nil }
    candidates.remove(next)
    guard let course = places[next] else { return next }
    courses[course]?.take(next)
    courses[course]?.offer(to: &candidates)
    return next
  }

  mutating func finish(_ index: Int) {
    guard let course = places[index] else { return }
    courses[course]?.finish(index)
    courses[course]?.offer(to: &candidates)
  }

  /// Returns the cell whose work is done for another: one of the same course that records the most.
  func fullest(at index: Int) -> Int { places[index].flatMap { courses[$0]?.fullest(at: index) } ?? index }
}

extension PlannedCell {
  /// The approximate count of numbers that its work processes; 0 for cells whose time is negligible.
  fileprivate var workLength: Int { (directive as? any ContinuedWork)?.size(signature) ?? 0 }
}
