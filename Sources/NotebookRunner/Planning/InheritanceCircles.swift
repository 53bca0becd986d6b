import NotebookSyntax

/// The cycles of cells that are `from` each other, all found in one pass over the cells.
struct InheritanceCircles {
  private var circles: [[String]] = []
  /// The index of the cycle that each cell is part of.
  private var places: [String: Int] = [:]
  private var reported: Set<Int> = []

  init(among cells: [String: Cell]) {
    var settled: Set<String> = []
    for start in cells.keys {
      var path: [String] = []
      var steps: [String: Int] = [:]
      var next: String? = start
      while let name = next, let cell = cells[name], !settled.contains(name), steps[name] == nil {
        steps[name] = path.count
        path.append(name)
        next = cell.parentName
      }
      if let next, let step = steps[next] {
        for name in path[step...] { places[name] = circles.count }
        circles.append(Array(path[step...]))
      }
      settled.formUnion(path)
    }
  }

  func contains(_ name: String) -> Bool { places[name] != nil }

  /// Returns the names from a cell along `from` back to itself, once for each cycle, and then `nil`.
  mutating func report(from name: String) -> [String]? {
    guard let place = places[name], reported.insert(place).inserted,
      let start = circles[place].firstIndex(of: name)
    else { return nil }
    return Array(circles[place][start...] + circles[place][...start])
  }
}

extension Cell {
  /// The name of the cell that this one is `from`, as written.
  fileprivate var parentName: String? {
    if case .text(let name)? = body["from"]?.content { name } else { nil }
  }
}
