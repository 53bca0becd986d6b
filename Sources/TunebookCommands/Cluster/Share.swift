import ArgumentParser

/// A share on the command line, such as `2%` or `0.02`.
struct Share: Sendable {
  /// The share, above 0 and at most 1.
  let value: Double

  init(_ argument: String) throws {
    let isPercent = argument.hasSuffix("%")
    let number = Double(isPercent ? String(argument.dropLast()) : argument).map { isPercent ? $0 / 100 : $0 }
    guard let number, number > 0, number <= 1 else {
      throw ValidationError("A share is written as in 2% or 0.02, not \(argument).")
    }
    value = number
  }
}
