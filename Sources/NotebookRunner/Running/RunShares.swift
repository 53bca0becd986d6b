import Synchronization

/// The shares of a run: how many computations may go on at once, and how much memory they may take together.
///
/// A cell takes a share before it begins. One that trains several networks takes further ones while they are free.
final class RunShares: Sendable {
  private struct Use {
    var running = 0
    var bytes = 0.0
  }

  private let jobs: Int
  /// The bytes available for work, besides what is held until the run ends.
  private let room: Double
  private let use = Mutex(Use())

  init(_ plan: Plan, jobs: Int, budget: Int) {
    self.jobs = jobs
    room = Double(budget) - plan.cells.filter(\.isComputed).reduce(0) { $0 + $1.memory.keptBytes }
  }

  /// Takes a share for work with so many bytes if one is free, and returns whether it was.
  func take(_ bytes: Double) -> Bool { take { bytes <= $0 ? bytes : nil } != nil }

  /// Takes a share for work that a closure chooses; no other share is taken meanwhile.
  ///
  /// - Parameter choose: receives the bytes that the work may take. Alone it may take any number, since planning has
  ///   checked it.
  /// - Returns: the bytes of the work; `nil` if the closure chose none, or no share is free.
  func take(_ choose: (_ room: Double) -> Double?) -> Double? {
    use.withLock { use in
      guard use.running < jobs, let bytes = choose(use.running == 0 ? .infinity : room - use.bytes) else {
        return nil
      }
      use.running += 1
      use.bytes += bytes
      return bytes
    }
  }

  func giveBack(_ bytes: Double) {
    use.withLock { use in
      use.running -= 1
      use.bytes -= bytes
    }
  }
}

extension RunShares {
  /// Does some pieces of work, each with so many bytes: one at a time within the share of the cell itself, and
  /// more while further shares are free.
  ///
  /// - Returns: the results in the order of the pieces.
  func map<Result: Sendable>(
    _ count: Int, bytes: Double, _ work: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results: [Result?] = Array(repeating: nil, count: count)
      var next = 0
      var running = 0
      defer { for _ in 0..<max(0, running - 1) { giveBack(bytes) } }
      while true {
        while next < count, running == 0 || take(bytes) {
          group.addTask { [next] in (next, try await work(next)) }
          next += 1
          running += 1
        }
        guard let (index, result) = try await group.next() else { break }
        results[index] = result
        if running > 1 { giveBack(bytes) }
        running -= 1
      }
      return results.compactMap(\.self)
    }
  }
}
