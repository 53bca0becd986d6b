/// The cells that may be computed next, of which it finds the most urgent that fits in memory: a tree over the cells in
/// ascending order of their memory, each of whose nodes holds the most urgent cell below it.
struct CellCandidates {
  private struct Candidate {
    let urgency: Int
    let cell: Int

    /// Returns the more urgent candidate, or of equally urgent ones the first in the notebook.
    static func first(of one: Candidate?, _ other: Candidate?) -> Candidate? {
      guard let one, let other else { return one ?? other }
      return (one.urgency, -one.cell) > (other.urgency, -other.cell) ? one : other
    }
  }

  /// The bytes of working memory of the cells, in ascending order.
  private let needs: [Double]
  /// The place of each cell in that order.
  private let places: [Int]
  /// The root is at 1, and the children of the node at `i` are at `2 i` and `2 i + 1`; the leaves follow the inner nodes.
  private var nodes: [Candidate?]

  /// - Parameter needs: the bytes of working memory of each cell.
  init(needs: [Double]) {
    let order = needs.indices.sorted { (needs[$0], $0) < (needs[$1], $1) }
    var places = Array(repeating: 0, count: needs.count)
    for (place, cell) in order.enumerated() { places[cell] = place }
    self.needs = order.map { needs[$0] }
    self.places = places
    nodes = Array(repeating: nil, count: 2 * needs.count)
  }

  mutating func add(_ cell: Int, urgency: Int) { set(Candidate(urgency: urgency, cell: cell), of: cell) }

  mutating func remove(_ cell: Int) { set(nil, of: cell) }

  private mutating func set(_ candidate: Candidate?, of cell: Int) {
    var node = places[cell] + needs.count
    nodes[node] = candidate
    while node > 1 {
      node /= 2
      nodes[node] = Candidate.first(of: nodes[2 * node], nodes[2 * node + 1])
    }
  }

  /// Returns the most urgent cell that takes at most so many bytes.
  func first(within room: Double) -> Int? {
    var (low, high) = (needs.count, needs.count + countOfNeeds(upTo: room))
    var found: Candidate?
    while low < high {
      if low % 2 == 1 {
        found = Candidate.first(of: found, nodes[low])
        low += 1
      }
      if high % 2 == 1 {
        high -= 1
        found = Candidate.first(of: found, nodes[high])
      }
      (low, high) = (low / 2, high / 2)
    }
    return found?.cell
  }

  private func countOfNeeds(upTo room: Double) -> Int {
    var (low, high) = (0, needs.count)
    while low < high {
      let middle = (low + high) / 2
      if needs[middle] <= room { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
