import Options

extension OptionKind where Value == String {
  /// A kind of option for the name of a class, which must not be empty.
  static let className = OptionKind(form: text.form, placeholder: text.placeholder) { value, name, findings in
    guard let reading = text.read(value, name, &findings) else { return nil }
    if reading.value.allSatisfy(\.isWhitespace) {
      findings.add(DatasetProblem.emptyClassName, at: value.range)
      return nil
    }
    return reading
  }
}
