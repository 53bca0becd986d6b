/// An integer that `Float` cannot represent. From 2²⁴ this is every second integer, further on nearly all.
package struct RoundedInteger: Sendable, Hashable, Codable {
  /// The number up to which `Float` represents every integer.
  static let limit: Float = 16_777_216

  package let written: String
  /// The number that it is rounded to.
  package let kept: String

  /// - Parameter text: a number in decimal notation.
  /// - Returns: `nil` unless the text is an integer that is rounded to another number.
  init?(_ text: String, kept number: Float) {
    guard abs(number) >= Self.limit else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else { return nil }
    let digits = parts[0].drop { "+-".contains($0) }.drop { $0 == "0" }
    let kept = Self.digits(of: number)
    guard digits.allSatisfy(\.isNumber), digits != kept else { return nil }
    written = text
    self.kept = (number < 0 ? "-" : "") + kept
  }

  init?(_ value: Double) {
    guard abs(value) > Double(Self.limit), value.isFinite, value == value.rounded() else { return nil }
    self.init((value < 0 ? "-" : "") + Self.digits(of: value), kept: Float(value))
  }

  /// Returns the digits of an integer without its sign.
  private static func digits(of number: some BinaryFloatingPoint) -> String {
    // The largest that a number of 64 bits holds; beyond it no column of integers goes.
    UInt64(exactly: number.magnitude).map(String.init) ?? "\(number.magnitude)"
  }
}
