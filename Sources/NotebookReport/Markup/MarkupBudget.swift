import Synchronization

/// A bound on the markup that is written while it is in force, so that what becomes too long takes no more memory than
/// it may have. What was written within a spent budget is incomplete, and nothing to show.
final class MarkupBudget: Sendable {
  @TaskLocal private static var current: MarkupBudget?

  private let limit: Int
  private let used = Atomic(0)

  private init(_ limit: Int) { self.limit = limit }

  private var isSpent: Bool { used.load(ordering: .relaxed) > limit }

  /// Whether nothing more can be written here.
  static var isSpent: Bool { current?.isSpent ?? false }

  /// Whether so many more bytes can be written here.
  static func admits(_ count: Int) -> Bool {
    guard let current else { return true }
    return current.used.add(count, ordering: .relaxed).newValue <= current.limit
  }

  /// Writes at most so many bytes.
  ///
  /// - Returns: the number of bytes, or `nil` where they were not enough.
  static func bounded(to limit: Int, _ write: () -> Void) -> Int? {
    let budget = MarkupBudget(limit)
    $current.withValue(budget, operation: write)
    return budget.isSpent ? nil : budget.used.load(ordering: .relaxed)
  }
}

extension Markup {
  /// What is made, or `nil` where it has more than so many bytes.
  static func bounded(to limit: Int, _ make: () -> Markup) -> Markup? {
    var markup = Markup.empty
    guard limit > 0, MarkupBudget.bounded(to: limit, { markup = make() }) != nil else { return nil }
    return markup.byteCount <= limit ? markup : nil
  }
}
