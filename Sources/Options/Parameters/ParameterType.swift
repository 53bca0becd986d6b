/// The type of a parameter, which its default determines.
package enum ParameterType: String, Sendable, Hashable {
  case integer, number, flag, text

  /// - Returns: `nil` for a value that is not a scalar.
  package init?(of value: OptionValue) {
    switch value.content {
    case .integer: self = .integer
    case .number: self = .number
    case .flag: self = .flag
    case .text: self = .text
    case .null, .list, .mapping: return nil
    }
  }

  /// Returns a value in this type: an integer counts as a number, and a number or a flag as its own spelling.
  package func value(of written: OptionValue) -> OptionValue? {
    let content: OptionValue.Content? =
      switch (self, written.content) {
      case (.integer, .integer), (.flag, .flag), (.text, .text): written.content
      case (.number, .number(let number)) where number.isFinite: written.content
      case (.number, .text(let text)): Double(quotient: text).map { .number($0) }
      case (.number, .integer(let integer)): .number(Double(integer))
      case (.text, .integer), (.text, .number), (.text, .flag): .text(written.spelling)
      default: nil
      }
    return content.map { OptionValue($0, at: written.range) }
  }

  /// Returns the value of this type that is spelled on the command line.
  package func value(spelled text: String) -> OptionValue? {
    let content: OptionValue.Content? =
      switch self {
      case .integer: Int(text).map { .integer($0) }
      case .number: (Double(text) ?? Double(quotient: text)).flatMap { $0.isFinite ? .number($0) : nil }
      case .flag: Bool(text).map { .flag($0) }
      case .text: .text(text)
      }
    return content.map { OptionValue($0) }
  }
}

extension OptionValue {
  /// The value as a number, if it is a number or an integer.
  var number: Double? {
    switch content {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}
