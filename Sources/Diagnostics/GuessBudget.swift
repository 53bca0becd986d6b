import Synchronization

/// The effort that is left, in one stage of checking one notebook, for guessing what unknown names were meant to be.
///
/// A guess compares a name with all that are known there. A notebook may hold thousands of unknown names, and a reader
/// looks at the first findings: the later ones tell what is wrong without a guess.
package final class GuessBudget: Sendable {
  /// The number of comparisons of two names that one stage may make.
  private static let comparisons = 20_000
  @TaskLocal fileprivate static var current: GuessBudget?

  private let left = Mutex(comparisons)

  private init() {}

  /// Runs a stage with a budget of its own.
  package static func spending<Result>(_ stage: () throws -> Result) rethrows -> Result {
    try $current.withValue(GuessBudget(), operation: stage)
  }

  /// Whether a name may be compared with others; what is not part of such a stage has no budget to keep to.
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
