/// The memory of the cells that are computed side by side, so that together they stay within the budget.
struct MemoryShares {
  private let needs: [Double]
  /// The bytes for work, beside what is held until the run ends.
  private let room: Double
  private var used = 0.0
  private var running = 0

  init(_ plan: Plan, budget: Int) {
    needs = plan.cells.map(\.memory.workingBytes)
    room = Double(budget) - plan.cells.filter(\.evaluates).reduce(0) { $0 + $1.memory.keptBytes }
  }

  /// Whether a cell may be computed beside those that are; one alone always may, for it was checked when it was planned.
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
