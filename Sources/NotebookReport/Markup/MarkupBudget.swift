import Synchronization

/// A limit on the number of bytes of markup that a closure writes.
///
/// Once the budget is spent nothing more is written, so that memory stays bounded; the result is then incomplete and
/// must not be shown.
final class MarkupBudget: Sendable {
  @TaskLocal private static var current: MarkupBudget?

  private let limit: Int
  private let used = Atomic(0)

  private init(_ limit: Int) { self.limit = limit }

  private var isSpent: Bool { used.load(ordering: .relaxed) > limit }

  /// A Boolean value that is true if the current budget is spent.
  static var isSpent: Bool { current?.isSpent ?? false }

  /// Takes a number of bytes from the current budget, and returns false if too few are left.
  static func admits(_ count: Int) -> Bool {
    guard let current else { return true }
    return current.used.add(count, ordering: .relaxed).newValue <= current.limit
  }

  /// Runs a closure that may write up to a number of bytes.
  ///
  /// - Returns: the number of bytes written, or `nil` if the closure needs more.
  static func bounded(to limit: Int, _ write: () -> Void) -> Int? {
    let budget = MarkupBudget(limit)
    $current.withValue(budget, operation: write)
    return budget.isSpent ? nil : budget.used.load(ordering: .relaxed)
  }
}

extension Markup {
  /// Returns the markup of a closure, or `nil` if it exceeds a number of bytes.
  static func bounded(to limit: Int, _ make: () -> Markup) -> Markup? {
    var markup = Markup.empty
    guard limit > 0, MarkupBudget.bounded(to: limit, { markup = make() }) != nil else { return nil }
    return markup.byteCount <= limit ? markup : nil
  }
}
