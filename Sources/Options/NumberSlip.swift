/// What a text was probably meant to be that stands where a number should.
struct NumberSlip {
  let written: String
  let meant: String

  /// - Returns: `nil` where the text is nothing of the kind.
  init?(_ text: String, for form: OptionForm) {
    written = text
    if let parameter = text.wholeMatch(of: /\$(\w+)/) {
      meant = "${\(parameter.output.1)}"
      return
    }
    if case .list(.integer) = form, text.wholeMatch(of: /\d+(?: ?[x×*,] ?\d+)+/) != nil {
      meant = "[\(text.matches(of: /\d+/).map(\.output).joined(separator: ", "))]"
      return
    }
    guard case .number = form else { return nil }
    if let share = text.wholeMatch(of: /(\d+(?:\.\d+)?)\s*%/), let percent = Double(share.output.1) {
      meant = "\(OptionValue(.number(percent / 100)))"
    } else if let comma = text.wholeMatch(of: /(-?\d+),(\d+)/) {
      meant = "\(comma.output.1).\(comma.output.2)"
    } else {
      return nil
    }
  }
}
