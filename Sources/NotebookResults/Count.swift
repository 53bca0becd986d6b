/// Counts of things, as they may appear in a file from outside.
package enum Count {
  /// The range of counts, which is small enough that sums and products of some of them do not overflow.
  package static let range = 0...(1 << 48)

  /// Returns true if no count is negative and their sum is within the range.
  package static func haveSum(_ counts: some Sequence<Int>) -> Bool {
    var sum = 0
    for count in counts {
      guard range.contains(count), range.contains(sum + count) else { return false }
      sum += count
    }
    return true
  }

  /// Returns the product of counts; `nil` if one is negative or the product is outside the range.
  package static func product(of counts: some Sequence<Int>) -> Int? {
    var product = 1
    for count in counts {
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: count)
      guard count >= 0, !isTooLarge, range.contains(next) else { return nil }
      product = next
    }
    return product
  }
}
