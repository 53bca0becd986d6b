import Diagnostics

/// Reads the options of one subject (a directive, a layer, an optimizer), each declared where it is read.
///
/// The same initializer serves three ends: over what an author wrote it yields values; over nothing it yields
/// the declarations from which the reference, the schema and completion are made; and either way it notes
/// what was resolved, for cache keys and comparisons. Problems are collected, never thrown, so that all of
/// them are reported at once.
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
  ///   - mapping: the options as written; its range is where a missing option is reported.
  ///   - subject: whose options they are, as in "fit has no option …".
  ///   - inherited: the names of options that stand elsewhere, where what is wrong with those names is reported, and
  ///     that may be given here too.
  ///   - isPartial: whether options that are not here may stand elsewhere, so that none counts as missing.
  package init(
    _ mapping: OptionValue, of subject: String, inherited: Set<String> = [], isPartial: Bool = false
  ) {
    self.mapping = mapping
    self.subject = subject
    self.inherited = inherited
    self.isPartial = isPartial
  }

  /// The options that an initializer reads.
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

  /// Reads an option that must be given.
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

  /// Reads an option that may be left out, or taken away again with `null`.
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

  /// Where an option was written, for findings about its value that only the whole notebook can show.
  package func place(of name: String) -> SourceRange { mapping[name]?.range ?? mapping.range }

  package mutating func report(
    _ problem: some Problem, at range: SourceRange, severity: Severity = .error, notes: [Diagnostic.Note] = []
  ) {
    findings.diagnostics.append(Diagnostic(problem, at: range, severity: severity, notes: notes))
  }

  /// The resolved options as one mapping: the canonical form of what the author wrote.
  package var canonical: OptionValue {
    OptionValue(.mapping(resolved.map { OptionValue.Entry($0.name, $0.value) }), at: mapping.range)
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

/// What reading options brought to light: problems, and the cells that were named.
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
