import Diagnostics

/// A value with the place where it was written.
package struct Placed<Value: Sendable>: Sendable {
  package let value: Value
  package let range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// A way of reading the values of an option, with one for each kind of value.
package struct OptionKind<Value: Sendable>: Sendable {
  package typealias Reading = (value: Value, canonical: OptionValue)

  package let form: OptionForm
  /// Returns a substitute for a missing or wrong value, so that reading can continue and find more problems.
  package let placeholder: @Sendable () -> Value
  /// Returns the value and its canonical form, or `nil` after reporting why there is none.
  package let read: @Sendable (OptionValue, _ name: String, inout OptionFindings) -> Reading?

  package init(
    form: OptionForm, placeholder: @escaping @Sendable () -> Value,
    read: @escaping @Sendable (OptionValue, _ name: String, inout OptionFindings) -> Reading?
  ) {
    self.form = form
    self.placeholder = placeholder
    self.read = read
  }

  /// Creates a kind whose values are of one type; `convert` returns `nil` for any other.
  private init(
    _ form: OptionForm, _ placeholder: Value, _ convert: @escaping @Sendable (OptionValue.Content) -> Reading?
  ) {
    self.init(form: form, placeholder: { placeholder }) { value, name, findings in
      if let reading = convert(value.content) { return reading }
      findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
      return nil
    }
  }
}

extension OptionKind {
  /// A list of values of another kind; a single value counts as a list of one.
  ///
  /// - Parameter allowsNone: true if the list may be empty.
  package static func list<Element>(
    of kind: OptionKind<Element>, allowsNone: Bool = false
  ) -> OptionKind where Value == [Element] {
    OptionKind(form: .list(kind.form), placeholder: { [] }) { value, name, findings in
      let elements = if case .list(let elements) = value.content { elements } else { [value] }
      if elements.isEmpty, !allowsNone {
        findings.add(OptionProblem.emptyList(name, of: kind.form), at: value.range)
        return nil
      }
      if case .text = value.content, case .integer = kind.form {
        findings.add(OptionProblem.wrongType(name, expected: .list(kind.form), found: value), at: value.range)
        return nil
      }
      let readings = elements.compactMap { kind.read($0, name, &findings) }
      guard readings.count == elements.count else { return nil }
      return (readings.map(\.value), OptionValue(.list(readings.map(\.canonical)), at: value.range))
    }
  }
}

extension OptionKind where Value == Bool {
  package static let flag = OptionKind(.flag, false) { content in
    if case .flag(let flag) = content { (flag, OptionValue(content)) } else { nil }
  }
}

extension OptionKind where Value == String {
  /// Any text; a number or a flag is read as the characters it was written with.
  package static let text = OptionKind(form: .text, placeholder: { "" }) { value, name, findings in
    guard let text = value.sourceText?.text else {
      findings.add(OptionProblem.wrongType(name, expected: .text, found: value), at: value.range)
      return nil
    }
    return (text, OptionValue(.text(text)))
  }
}

extension OptionKind where Value == String {
  /// Text of a limited number of characters.
  package static func text(most limit: Int) -> OptionKind {
    OptionKind(form: .text, placeholder: { "" }) { value, name, findings in
      guard let reading = OptionKind<String>.text.read(value, name, &findings) else { return nil }
      guard reading.value.count <= limit else {
        findings.add(OptionProblem.longText(name, reading.value.count, limit: limit), at: value.range)
        return nil
      }
      return reading
    }
  }
}

extension OptionKind where Value == ClosedRange<Double> {
  /// A list of two numbers, the lower one first.
  package static let range = OptionKind(form: .list(.number(.anyFloat)), placeholder: { 0...1 }) {
    value, name, findings in
    guard let reading = OptionKind<[Double]>.list(of: .number(.anyFloat)).read(value, name, &findings)
    else { return nil }
    guard reading.value.count == 2, reading.value[0] < reading.value[1] else {
      findings.add(
        OptionProblem.unfitting(name, "holds two numbers, the lower one first, as in `\(name): [0, 1]`"),
        at: value.range)
      return nil
    }
    return (reading.value[0]...reading.value[1], reading.canonical)
  }
}

extension OptionKind where Value == SourceText {
  /// Any text, with the places of its parts.
  package static let sourceText = OptionKind(form: .text, placeholder: { SourceText("", at: .nowhere) }) {
    value, name, findings in
    guard let reading = OptionKind<String>.text.read(value, name, &findings), let text = value.sourceText
    else { return nil }
    return (text, reading.canonical)
  }
}

extension OptionKind where Value == Int {
  package static func integer(_ interval: Interval = .any) -> OptionKind {
    let plain = OptionKind(.integer(interval), 1) { content in
      if case .integer(let integer) = content { (integer, OptionValue(content)) } else { nil }
    }
    return plain.checked(by: interval) { Double($0) }
  }
}

extension OptionKind where Value == Double {
  /// A number, or a quotient such as `1/255`.
  package static func number(_ interval: Interval = .any) -> OptionKind {
    let plain = OptionKind(.number(interval), 0.5) { content in
      switch content {
      case .integer(let integer): (Double(integer), OptionValue(.number(Double(integer))))
      case .number(let number): (number, OptionValue(content))
      case .text(let text): Double(quotient: text).map { ($0, OptionValue(.number($0), written: text)) }
      default: nil
      }
    }
    return plain.checked(by: interval) { $0 }
  }
}

extension OptionKind {
  fileprivate func checked(
    by interval: Interval, _ measure: @escaping @Sendable (Value) -> Double
  ) -> OptionKind {
    OptionKind(form: form, placeholder: placeholder) { [read] value, name, findings in
      guard let reading = read(value, name, &findings) else { return nil }
      if interval.contains(measure(reading.value)) { return reading }
      findings.add(OptionProblem.outOfRange(name, interval, found: value), at: value.range)
      return nil
    }
  }
}

extension OptionKind where Value == OptionValue {
  /// Any number, text or flag as written, with its place; a quotient becomes the number that it equals.
  package static let scalar = OptionKind(form: .scalar, placeholder: { OptionValue(.null) }) {
    value, name, findings in
    switch value.content {
    case .integer, .number, .text, .flag:
      let value = value.evaluatingQuotient
      return (value, OptionValue(value.content))
    default:
      findings.add(OptionProblem.wrongType(name, expected: .scalar, found: value), at: value.range)
      return nil
    }
  }
}

extension OptionKind {
  /// One of the cases of an enumeration, by its raw value.
  package static func choice(of type: Value.Type) -> OptionKind
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    return OptionKind(form: .choice(names), placeholder: { Value.allCases[Value.allCases.startIndex] }) {
      value, name, findings in
      guard case .text(let text) = value.content else {
        findings.add(OptionProblem.wrongType(name, expected: .choice(names), found: value), at: value.range)
        return nil
      }
      if let choice = Value(rawValue: text) { return (choice, OptionValue(.text(text))) }
      findings.add(OptionProblem.notAmong(name, names, found: text), at: value.range)
      return nil
    }
  }
}

extension OptionKind where Value == CellReference {
  /// The name of an earlier cell of one of the directives.
  package static func reference(to directives: String...) -> OptionKind { reference(to: directives) }

  /// The name of an earlier cell of a directive, or `NAME.best` for the best fit of a sweep.
  package static func reference(to directive: String, orBestOf sweep: String) -> OptionKind {
    let plain = reference(to: [directive])
    return OptionKind(form: plain.form, placeholder: plain.placeholder) { value, name, findings in
      guard case .text(let text) = value.content, CellReference.cell(named: text) != text else {
        return plain.read(value, name, &findings)
      }
      let reference = CellReference(
        name: CellReference.cell(named: text), directives: [sweep], place: value, isBest: true)
      findings.references.append(reference)
      return (reference, OptionValue(.text(text)))
    }
  }

  package static func reference(to directives: [String]) -> OptionKind {
    OptionKind(
      form: .reference(directives),
      placeholder: { CellReference(name: "", directives: directives, place: OptionValue(.null)) }
    ) { value, name, findings in
      guard case .text(let text) = value.content else {
        findings.add(
          OptionProblem.wrongType(name, expected: .reference(directives), found: value), at: value.range)
        return nil
      }
      let reference = CellReference(name: text, directives: directives, place: value)
      findings.references.append(reference)
      return (reference, OptionValue(.text(text)))
    }
  }
}

extension OptionKind where Value == [Parameter] {
  /// Names chosen by the author, each with a scalar.
  package static let parameters = OptionKind(form: .mapping(.scalar), placeholder: { [] }) {
    value, name, findings in
    guard case .mapping(let entries) = value.content else {
      findings.add(OptionProblem.wrongType(name, expected: .mapping(.scalar), found: value), at: value.range)
      return nil
    }
    let values = entries.compactMap { entry in
      OptionKind<OptionValue>.scalar.read(entry.value, entry.key, &findings).map { (entry, $0.value) }
    }
    guard values.count == entries.count else { return nil }
    let sorted = values.map { OptionValue.Entry($0.0.key, at: $0.0.keyRange, $0.1) }.sorted {
      $0.key < $1.key
    }
    return (
      values.map { Parameter(name: $0.0.key, nameRange: $0.0.keyRange, value: $0.1) },
      OptionValue(.mapping(sorted))
    )
  }
}

/// A name chosen by the author, and its value, for `${name}`.
package struct Parameter: Sendable, Hashable {
  package let name: String
  package let nameRange: SourceRange
  package let value: OptionValue
  /// The source of a value that replaces the notebook's: `-P` or a parameter file.
  package let setter: String?

  /// The maximum numbers of parameters: in a cell, including inherited ones, and in a notebook.
  package static let mostInCell = 100
  package static let mostInNotebook = 1000

  package init(name: String, nameRange: SourceRange, value: OptionValue, setter: String? = nil) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
    self.setter = setter
  }
}
