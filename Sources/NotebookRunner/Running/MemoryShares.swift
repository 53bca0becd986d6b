/// The memory of the cells that are computed at the same time, which together must stay within the budget.
struct MemoryShares {
  private let needs: [Double]
  /// The bytes available for work, besides what is held until the run ends.
  private let room: Double
  private var used = 0.0
  private var running = 0

  init(_ plan: Plan, budget: Int) {
    needs = plan.cells.map(\.memory.workingBytes)
    room = Double(budget) - plan.cells.filter(\.isComputed).reduce(0) { $0 + $1.memory.keptBytes }
  }

  /// Returns true if a cell may be computed now; one alone always may, since planning has checked it.
  func haveRoom(for cell: Int) -> Bool { running == 0 || used + needs[cell] <= room }

  mutating func take(_ cell: Int) {
    used += needs[cell]
    running += 1
  }

  mutating func giveBack(_ cell: Int) {
    used -= needs[cell]
    running -= 1
  }
}
