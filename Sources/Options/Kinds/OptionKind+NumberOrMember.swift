import Diagnostics

extension OptionKind {
  /// A number, or a member of a catalogue in one of the ways that `member(of:)` reads.
  ///
  /// - Parameter make: returns the value that a number stands for.
  package static func number(
    _ interval: Interval, orMemberOf catalogue: Catalogue<Value>,
    _ make: @escaping @Sendable (Double) -> Value
  ) -> OptionKind {
    let number = OptionKind<Double>.number(interval)
    let member = OptionKind.member(of: catalogue)
    let form = OptionForm.either(number.form, member.form)
    return OptionKind(form: form, placeholder: { make(number.placeholder()) }) { value, name, findings in
      switch value.content {
      case .integer, .number: break
      case .text(let text) where isMeantAsNumber(text, number.form): break
      case .text, .mapping: return member.read(value, name, &findings)
      default:
        findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
        return nil
      }
      return number.read(value, name, &findings).map { (make($0.value), $0.canonical) }
    }
  }

  /// Returns true for a quotient, a number in quotes, and what was probably meant as a number.
  private static func isMeantAsNumber(_ text: String, _ form: OptionForm) -> Bool {
    form.acceptsUnquoted(text) || Double(quotient: text) != nil || NumberSlip(text, for: form) != nil
  }
}
