import Synchronization

/// The effort left for guessing what unknown names were meant to be, in one stage of checking a notebook.
///
/// A guess compares a name with all names known at its place. A notebook may have thousands of unknown names,
/// but readers look at the first findings, so later ones report the mistake without a guess.
package final class GuessBudget: Sendable {
  /// The number of name comparisons that one stage may make.
  private static let comparisons = 20_000
  @TaskLocal fileprivate static var current: GuessBudget?

  private let left = Mutex(comparisons)

  private init() {}

  /// Runs a stage with a budget of its own.
  package static func spending<Result>(_ stage: () throws -> Result) rethrows -> Result {
    try $current.withValue(GuessBudget(), operation: stage)
  }

  /// Returns true if a name may be compared with others; outside such a stage there is no limit.
  static func allows(comparisons: Int) -> Bool { current?.takes(comparisons) ?? true }

  private func takes(_ count: Int) -> Bool {
    left.withLock { left in
      guard left >= count else {
        left = 0
        return false
      }
      left -= count
      return true
    }
  }
}
