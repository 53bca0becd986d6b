/// The cells whose work takes the same course, regardless of its length and of what is recorded.
///
/// Cells that share their work take turns; the shorter go first and the longer continue from there. A turn is as urgent
/// as the most urgent of them.
struct WorkCourse {
  /// The cells that record the same of the same work.
  private struct Kind {
    let directive: any ContinuedWork
    let work: CellKey
    /// The first of them that is computed; `nil` if none is.
    var firstComputed: Int?
    /// The work that is done for them: that of the kind that records the most.
    var turn: CellKey
    /// The cells that wait, the shortest first.
    var waiting = CellQueue()
    /// The same cells, the most urgent first, with some that no longer wait.
    var urgencies = CellQueue()
  }

  private var kinds: [Kind] = []
  /// The index of the kind of each cell.
  private var places: [Int: Int] = [:]
  private var taken: Set<Int> = []
  /// The cells that are among the candidates.
  private var offered: [Int] = []
  /// The number of cells in progress by the work they do.
  private var busy: [CellKey: Int] = [:]
  private var turns: [Int: CellKey] = [:]

  mutating func add(
    _ cell: Int, _ directive: any ContinuedWork, work: CellKey, isComputed: Bool, length: Int, urgency: Int
  ) {
    let known = kinds.firstIndex { kind in
      kind.work == work && kind.directive.recordsAll(of: directive)
        && directive.recordsAll(of: kind.directive)
    }
    if known == nil { kinds.append(Kind(directive: directive, work: work, turn: work)) }
    let place = known ?? kinds.count - 1
    places[cell] = place
    kinds[place].waiting.add(cell, rank: length)
    kinds[place].urgencies.add(cell, rank: -urgency)
    let first = isComputed ? min(cell, kinds[place].firstComputed ?? cell) : kinds[place].firstComputed
    if first != kinds[place].firstComputed || known == nil {
      kinds[place].firstComputed = first
      for index in kinds.indices { kinds[index].turn = kinds[fullestKind(at: index)].work }
    }
  }

  /// Returns the cell whose work is done for another: one that records the most.
  func fullest(at cell: Int) -> Int {
    guard let own = places[cell] else { return cell }
    let fullest = fullestKind(at: own)
    return fullest == own ? cell : kinds[fullest].firstComputed ?? cell
  }

  private func fullestKind(at own: Int) -> Int {
    kinds.indices.compactMap { index in kinds[index].firstComputed.map { (cell: $0, kind: index) } }
      .filter { records($0.kind, allOf: own) }.sorted { $0.cell < $1.cell }
      .reduce(own) { fullest, other in records(fullest, allOf: other.kind) ? fullest : other.kind }
  }

  private func records(_ one: Int, allOf other: Int) -> Bool {
    one == other || kinds[one].directive.recordsAll(of: kinds[other].directive)
  }

  /// Takes a candidate out of those that wait, which then does the work for all of them.
  mutating func take(_ cell: Int) {
    guard let place = places[cell] else { return }
    taken.insert(cell)
    kinds[place].waiting.removeFirst()
    turns[cell] = kinds[place].turn
    busy[kinds[place].turn, default: 0] += 1
  }

  mutating func finish(_ cell: Int) {
    guard let turn = turns.removeValue(forKey: cell), let count = busy[turn] else { return }
    busy[turn] = count == 1 ? nil : count - 1
  }

  /// Offers one cell for each turn that is not in progress, in place of those offered before.
  mutating func offer(to candidates: inout CellCandidates) {
    for cell in offered { candidates.remove(cell) }
    offered = []
    var best: [CellKey: (length: Int, cell: Int, urgency: Int)] = [:]
    for index in kinds.indices where busy[kinds[index].turn] == nil {
      while let first = kinds[index].urgencies.first, taken.contains(first.cell) {
        kinds[index].urgencies.removeFirst()
      }
      guard let first = kinds[index].waiting.first, let urgent = kinds[index].urgencies.first else {
        continue
      }
      var next = best[kinds[index].turn] ?? (first.rank, first.cell, -urgent.rank)
      if first < (next.length, next.cell) { (next.length, next.cell) = first }
      next.urgency = max(next.urgency, -urgent.rank)
      best[kinds[index].turn] = next
    }
    for (cell, urgency) in best.values.map({ ($0.cell, $0.urgency) }) {
      candidates.add(cell, urgency: urgency)
      offered.append(cell)
    }
  }
}
