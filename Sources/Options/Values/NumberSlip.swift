/// The probable meaning of a text that was written in place of a number.
struct NumberSlip {
  let written: String
  let meant: String

  /// - Returns: `nil` if the text has no such meaning.
  init?(_ text: String, for form: OptionForm) {
    written = text
    if let parameter = text.wholeMatch(of: /\$\(?(\w+)\)?/) {
      meant = "${\(parameter.output.1)}"
      return
    }
    if case .list(.integer) = form, text.wholeMatch(of: /\d+(?: ?[x×*,] ?\d+)+/) != nil {
      meant = "[\(text.matches(of: /\d+/).map(\.output).joined(separator: ", "))]"
      return
    }
    switch form {
    case .flag:
      guard let flag = ["yes": "true", "on": "true", "no": "false", "off": "false"][text.lowercased()] else {
        return nil
      }
      meant = flag
      return
    case .integer:
      guard let whole = text.wholeMatch(of: /(-?\d+)[;,]/)?.output.1 ?? Self.digits(grouped: text)?[...]
      else {
        return nil
      }
      meant = String(whole)
      return
    case .number: break
    default: return nil
    }
    if let share = text.wholeMatch(of: /(\d+(?:\.\d+)?)\s*%/), let percent = Double(share.output.1) {
      meant = "\(OptionValue(.number(percent / 100)))"
    } else if let comma = text.wholeMatch(of: /(-?\d+),(\d+)/),
      Self.isDecimal(comma.output.1, comma.output.2)
    {
      meant = "\(comma.output.1).\(comma.output.2)"
    } else {
      return nil
    }
  }

  /// Returns true for a comma between digits that can only be a decimal comma, not a thousands separator.
  static func isDecimal(_ whole: some StringProtocol, _ fraction: some StringProtocol) -> Bool {
    fraction.count != 3 || whole == "0" || whole == "-0"
  }

  /// Returns the digits of a number with thousands separators, as in `60,000` or `60_000`.
  private static func digits(grouped text: String) -> String? {
    text.wholeMatch(of: /\d{1,3}(?:[,_' ]\d{3})+/).map { _ in text.filter(\.isWholeNumber) }
  }
}
