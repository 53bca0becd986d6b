import Diagnostics

/// A cell that takes more memory than the budget allows.
enum MemoryProblem: Problem {
  /// - Parameter held: the bytes that the cells above hold until the run ends.
  case overBudget(cell: String, needed: Double, largest: MemoryNeed.Part, held: Double, budget: Int)

  var record: ProblemRecord {
    switch self {
    case .overBudget(let cell, let needed, let largest, let held, let budget):
      ProblemRecord(
        of: Self.fitsInMemory,
        "\(cell) would take \(ByteCount.text(needed)) of memory, \(ByteCount.text(largest.bytes)) of it for "
          + largest.purpose
          + (needed > Double(budget) ? "" : ", besides \(ByteCount.text(held)) that the cells above hold")
          + "; the budget is \(ByteCount.text(budget))",
        help: "\(largest.advice), or allow more with --max-memory")
    }
  }

  static let references = [
    fitsInMemory
  ]

  private static let fitsInMemory = ProblemReference(
    "TB-P-161", "A notebook fits in memory",
    "Each cell declares its memory before anything is allocated. The budget is three quarters of what is "
      + "free on the machine or in its container, and at most 1 GB with --untrusted; --max-memory sets "
      + "another. Data and trained weights are held until the run ends.")
}

/// The sum of the cells' memory while they are planned.
struct MemoryReview {
  private let budget: Int
  /// The bytes that the cells so far hold until the run ends.
  private var held = 0.0

  init(budget: Int) { self.budget = budget }

  /// Adds the memory of a cell.
  ///
  /// - Returns: the problem if it does not fit, and the option that causes it.
  mutating func add(_ need: MemoryNeed, of cell: String) -> (problem: MemoryProblem, option: String)? {
    guard let largest = need.largest else { return nil }
    guard need.bytes + held > Double(budget) else {
      held += need.keptBytes
      return nil
    }
    let problem = MemoryProblem.overBudget(
      cell: cell, needed: need.bytes, largest: largest, held: held, budget: budget)
    return (problem, largest.option)
  }
}
