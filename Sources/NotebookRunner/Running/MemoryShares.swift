/// The memory of the cells that are computed at the same time, which together must stay within the budget.
struct MemoryShares {
  private let needs: [Double]
  /// The bytes available for work, besides what is held until the run ends.
  private let whole: Double
  private var used = 0.0
  private var running = 0

  /// The bytes that a cell may take now; one alone may always be computed, since planning has checked it.
  var room: Double { running == 0 ? .infinity : whole - used }

  init(_ plan: Plan, budget: Int) {
    needs = plan.cells.map(\.memory.workingBytes)
    whole = Double(budget) - plan.cells.filter(\.isComputed).reduce(0) { $0 + $1.memory.keptBytes }
  }

  mutating func take(_ cell: Int) {
    used += needs[cell]
    running += 1
  }

  mutating func giveBack(_ cell: Int) {
    used -= needs[cell]
    running -= 1
  }
}
