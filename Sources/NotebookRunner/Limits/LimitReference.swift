import Diagnostics

extension MemoryProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-P-161", "A notebook fits in memory",
      "Each cell declares its memory before anything is allocated. The budget is three quarters of what is free on the "
        + "machine or in its container, and 1 GB at most with --untrusted; --max-memory sets another. Data and trained "
        + "weights are held until the run ends.")
  ]
}

extension TimeProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-R-121", "A run ends within its time",
      "--max-time and --untrusted limit it. What is finished is stored and stands on the page, which says what is "
        + "missing; the epochs of a training that was ended are stored too, and the next run goes on from them."
    )
  ]
}
