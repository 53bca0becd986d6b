/// Cells in ascending order of a rank, and of their index where ranks are equal: a binary heap.
struct CellQueue {
  private var heap: [(rank: Int, cell: Int)] = []

  var first: (rank: Int, cell: Int)? { heap.first }

  mutating func add(_ cell: Int, rank: Int) {
    heap.append((rank, cell))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    var place = 0
    while let least = [2 * place + 1, 2 * place + 2].filter(heap.indices.contains).min(by: {
      heap[$0] < heap[$1]
    }), heap[least] < heap[place] {
      heap.swapAt(place, least)
      place = least
    }
  }
}
