import Diagnostics

/// Reads the options of one subject (a directive, a layer, an optimizer), each declared where it is read.
///
/// The same initializer has three uses. Given an author's options, it returns their values. Given none, it returns the
/// declarations for the reference, the schema and completion. Either way it records the resolved options, for cache
/// keys and comparisons. Problems are collected, never thrown, so that all of them are reported at once.
package struct OptionReader: Sendable {
  package let subject: String
  package private(set) var declarations: [OptionDeclaration] = []
  package private(set) var resolved: [ResolvedOption] = []
  package internal(set) var findings = OptionFindings()
  private(set) var missing: [(name: String, form: OptionForm)] = []
  private(set) var wrong: Set<String> = []
  let mapping: OptionValue
  let inherited: Set<String>
  let isPartial: Bool

  /// - Parameters:
  ///   - mapping: the options as written; a missing option is reported at its range.
  ///   - subject: the owner of the options, as in "fit has no option …".
  ///   - inherited: the names of inherited options. Mistakes in them are reported where they are written.
  ///   - isPartial: true if options may be missing because of other mistakes, so that none is reported as missing.
  package init(
    _ mapping: OptionValue, of subject: String, inherited: Set<String> = [], isPartial: Bool = false
  ) {
    self.mapping = mapping
    self.subject = subject
    self.inherited = inherited
    self.isPartial = isPartial
  }

  /// Returns the declarations of the options that an initializer reads.
  package static func describe(_ subject: String, _ read: (inout OptionReader) -> Void) -> [OptionDeclaration]
  {
    var reader = OptionReader(OptionValue(.mapping([])), of: subject, isPartial: true)
    read(&reader)
    return reader.declarations
  }

  /// Reads an option that has a default.
  package mutating func read<Value>(
    _ name: String, _ kind: OptionKind<Value>, default defaultValue: OptionValue,
    affects: OptionEffect = .result, help: String
  ) -> Value {
    declare(name, kind, default: defaultValue, isRequired: false, affects: affects, help: help)
    return take(mapping[name] ?? defaultValue, name, kind, affects) ?? kind.placeholder()
  }

  /// Reads a required option.
  package mutating func read<Value>(
    _ name: String, _ kind: OptionKind<Value>, affects: OptionEffect = .result, help: String
  ) -> Value {
    declare(name, kind, default: nil, isRequired: true, affects: affects, help: help)
    guard let written = mapping[name] else {
      missing.append((name, kind.form))
      return kind.placeholder()
    }
    return take(written, name, kind, affects) ?? kind.placeholder()
  }

  /// Reads an option that may be left out, or removed again with `null`.
  package mutating func readIfPresent<Value>(
    _ name: String, _ kind: OptionKind<Value>, affects: OptionEffect = .result, help: String
  ) -> Value? {
    declare(name, kind, default: nil, isRequired: false, affects: affects, help: help)
    guard let written = mapping[name] else { return nil }
    if written.content == .null {
      if written.range.start == written.range.end {
        findings.add(OptionProblem.nothingGiven(name), at: written.range)
        wrong.insert(name)
      }
      return nil
    }
    return take(written, name, kind, affects)
  }

  /// Returns the place of an option, for findings that depend on the whole notebook.
  package func place(of name: String) -> SourceRange { mapping[name]?.range ?? mapping.range }

  package mutating func report(
    _ problem: some Problem, at range: SourceRange, severity: Severity = .error, notes: [Diagnostic.Note] = []
  ) {
    findings.diagnostics.append(Diagnostic(problem, at: range, severity: severity, notes: notes))
  }

  /// The resolved options as one mapping: the canonical form of the author's options, with the places of their names.
  package var canonical: OptionValue {
    let entries = resolved.map { option in
      let written = mapping.entries.last { $0.key == option.name }
      return OptionValue.Entry(option.name, at: written?.keyRange ?? .nowhere, option.value)
    }
    return OptionValue(.mapping(entries), at: mapping.range)
  }

  private mutating func declare<Value>(
    _ name: String, _ kind: OptionKind<Value>, default defaultValue: OptionValue?, isRequired: Bool,
    affects: OptionEffect, help: String
  ) {
    declarations.append(
      OptionDeclaration(
        name: name, form: kind.form, defaultValue: defaultValue, isRequired: isRequired, affects: affects,
        help: help))
  }

  private mutating func take<Value>(
    _ value: OptionValue, _ name: String, _ kind: OptionKind<Value>, _ affects: OptionEffect
  ) -> Value? {
    guard let reading = kind.read(value, name, &findings) else {
      wrong.insert(name)
      return nil
    }
    resolved.append(
      ResolvedOption(name: name, value: reading.canonical, form: kind.form, affects: affects))
    return reading.value
  }
}

/// The results of reading options: problems, and references to cells.
package struct OptionFindings: Sendable {
  package var diagnostics: [Diagnostic] = []
  package var references: [CellReference] = []

  package init() {}

  package mutating func add(_ problem: some Problem, at range: SourceRange) {
    diagnostics.append(Diagnostic(problem, at: range))
  }

  package mutating func merge(_ other: OptionFindings) {
    diagnostics += other.diagnostics
    references += other.references
  }
}
