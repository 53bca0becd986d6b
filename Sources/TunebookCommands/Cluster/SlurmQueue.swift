import Foundation

/// The tasks in the queue of Slurm, and the reason why none of them runs.
package struct SlurmQueue: Sendable, Hashable {
  /// The format in which `squeue` tells the state of a task and the reason why it waits.
  static let format = "%T %r"
  private static let waiting = "PENDING"
  /// The reasons that Slurm gives to a task that it has not looked at yet.
  private static let unknown: Set = ["", "None"]

  /// The number of tasks.
  package let count: Int
  /// The reason why all tasks wait, in Slurm's words; `nil` if one of them runs, or Slurm does not say.
  package let obstacle: String?

  /// - Parameter text: a line for each task, in `format`.
  package init(_ text: String) {
    let tasks = text.split(separator: "\n").map { line in
      line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    count = tasks.count
    let reasons = tasks.map { $0.first == Self.waiting && $0.count > 1 ? $0[1] : "" }
    obstacle = reasons.contains { Self.unknown.contains($0) } ? nil : reasons.first
  }
}

/// A watch on the queue, which tells once for each reason that no task runs.
struct QueueWatch {
  /// The time for which tasks wait as a matter of course.
  private static let patience = Duration.seconds(3)

  private var obstacle: String?
  private var since = ContinuousClock.now
  private var told: Set<String> = []

  /// Returns the reason why all tasks have been waiting for some time, if it was not told before.
  mutating func newObstacle(in queue: SlurmQueue, at now: ContinuousClock.Instant) -> String? {
    if queue.obstacle != obstacle { (obstacle, since) = (queue.obstacle, now) }
    guard let obstacle, now - since >= Self.patience, told.insert(obstacle).inserted else { return nil }
    return obstacle
  }
}
