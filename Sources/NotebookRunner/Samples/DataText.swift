import Foundation
import NotebookResults

/// Numbers of data in a sentence.
enum DataText {
  /// Whole numbers as they are, others with four digits that count.
  static func number(_ number: Double) -> String {
    let exponent = number == 0 || !number.isFinite ? 0 : Int(log10(number.magnitude).rounded(.down))
    let digits = 3 - exponent
    guard number != number.rounded(), digits > 0 else { return ValueFormat(.integer, digits: 0).text(number) }
    guard digits < 9 else { return ValueFormat(.scientific, digits: 3).text(number) }
    let text = ValueFormat(.fixed, digits: digits).text(number)
    return String(text.prefix(text.count - text.reversed().prefix { $0 == "0" }.count))
  }
}
