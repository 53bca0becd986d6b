import Diagnostics

extension OptionKind {
  /// A list of values without duplicates; a single value counts as a list of one.
  ///
  /// - Parameter limit: the maximum number of values in the list, which keeps what is made of them readable
  ///   and quick to make.
  package static func distinctList<Element>(
    of kind: OptionKind<Element>, most limit: Int = 100
  ) -> OptionKind where Value == [Element] {
    let list = OptionKind.list(of: kind)
    return OptionKind(form: list.form, placeholder: list.placeholder) { value, name, findings in
      if case .list(let elements) = value.content, elements.count > limit {
        findings.add(OptionProblem.tooMany(name, elements.count, limit: limit), at: value.range)
        return nil
      }
      guard let reading = list.read(value, name, &findings) else { return nil }
      guard case .list(let elements) = value.content, case .list(let canonical) = reading.canonical.content
      else { return reading }
      var seen: Set<OptionValue> = []
      let repeated = zip(elements, canonical).filter { !seen.insert($0.1).inserted }
      for (element, value) in repeated {
        findings.add(OptionProblem.repeated(name, value), at: element.range)
      }
      return repeated.isEmpty ? reading : nil
    }
  }
}
