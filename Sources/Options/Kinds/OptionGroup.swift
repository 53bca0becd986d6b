import Diagnostics

extension OptionKind {
  /// A mapping of options that belong together.
  ///
  /// - Parameters:
  ///   - subject: the owner of the options, as in "early_stopping has no option …".
  ///   - make: reads the options.
  package static func group(
    of subject: String, _ make: @escaping @Sendable (inout OptionReader) -> Value
  ) -> OptionKind {
    let form = OptionForm.group { OptionReader.describe(subject) { _ = make(&$0) } }
    return OptionKind(
      form: form,
      placeholder: {
        var nothing = OptionReader(OptionValue(.mapping([])), of: subject, isPartial: true)
        return make(&nothing)
      }
    ) { value, name, findings in
      guard case .mapping = value.content else {
        findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
        return nil
      }
      var reader = OptionReader(value, of: subject)
      let made = make(&reader)
      reader.finish()
      findings.merge(reader.findings)
      return (made, reader.canonical)
    }
  }
}
