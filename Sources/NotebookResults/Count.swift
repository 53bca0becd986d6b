/// Numbers of things, as they may stand in a file from outside.
package enum Count {
  /// Sums and products of some of them do not overflow.
  package static let range = 0...(1 << 48)

  /// Whether none is below zero, and their sum is within the range.
  package static func haveSum(_ counts: some Sequence<Int>) -> Bool {
    var sum = 0
    for count in counts {
      guard range.contains(count), range.contains(sum + count) else { return false }
      sum += count
    }
    return true
  }

  /// The product of numbers; `nil` where one is below zero, or it is beyond the range.
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
