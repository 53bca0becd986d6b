import Writing

/// The notation of byte counts in messages.
package enum ByteCount {
  private static let units: [(name: String, size: Double)] = [
    ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3),
  ]

  /// Returns a number of bytes with a suitable unit, such as `15.7 GB`; whole numbers have no decimals.
  package static func text(_ bytes: Double) -> String {
    guard let unit = units.first(where: { bytes >= $0.size }) else { return "\(Int(max(0, bytes))) bytes" }
    let number = NumberFormat.fixed(bytes / unit.size, digits: 1, isGrouped: false)
    return NumberFormat.withoutEndingZeros(number) + " " + unit.name
  }

  package static func text(_ bytes: Int) -> String { text(Double(bytes)) }
}
