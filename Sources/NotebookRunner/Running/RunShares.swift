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
