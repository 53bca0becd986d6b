/// The trainings of each task of an array. It depends on the trainings and the number of tasks alone, not on what is
/// stored, so that every machine finds the same.
package struct TaskPacking: Sendable {
  /// A training as far as packing goes.
  package struct Item: Sendable {
    /// Items of equal keys are done by one task, in their order.
    let key: String
    let size: Double

    package init(key: String, size: Double) {
      self.key = key
      self.size = size
    }
  }

  /// The indices of the items of each task, in groups of which each is done in order.
  package let tasks: [[[Int]]]

  /// Deals the items to tasks like cards, the largest first, forth and back, so that tasks are about equally long.
  ///
  /// - Parameter count: the number of tasks; fewer are made if there are fewer groups.
  package init(_ items: [Item], count: Int) {
    var places: [String: Int] = [:]
    var groups: [(items: [Int], size: Double)] = []
    for (index, item) in items.enumerated() {
      if let place = places[item.key] {
        groups[place].items.append(index)
        groups[place].size += item.size
      } else {
        places[item.key] = groups.count
        groups.append(([index], item.size))
      }
    }
    let order = groups.indices.sorted { (-groups[$0].size, $0) < (-groups[$1].size, $1) }
    let count = max(1, min(count, groups.count))
    var tasks = Array(repeating: [[Int]](), count: count)
    for (place, group) in order.enumerated() {
      let (round, step) = place.quotientAndRemainder(dividingBy: count)
      tasks[round.isMultiple(of: 2) ? step : count - 1 - step].append(groups[group].items)
    }
    self.tasks = tasks
  }
}
