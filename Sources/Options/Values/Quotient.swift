extension Double {
  /// Creates the number that is written as a quotient of two numbers, such as `1/255`.
  init?(quotient text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      Double($0.filter { $0 != " " })
    }
    guard parts.count == 2, let top = parts[0], let bottom = parts[1], bottom != 0 else { return nil }
    self = top / bottom
  }
}

extension OptionValue {
  /// The number that the text equals if it is a quotient, otherwise the value itself.
  package var evaluatingQuotient: OptionValue {
    guard case .text(let text) = content, let number = Double(quotient: text) else { return self }
    return OptionValue(.number(number), at: range)
  }
}
