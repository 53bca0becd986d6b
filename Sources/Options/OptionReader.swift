import Diagnostics
import Foundation

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
  package private(set) var findings = OptionFindings()
  private var missing: [(name: String, form: OptionForm)] = []
  private var wrong: Set<String> = []
  private let mapping: OptionValue
  private let inherited: Set<String>
  private let isPartial: Bool

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

  /// Reports what was written and nothing read, and what had to be given and was not; called once, after the
  /// last `read`. An option that is missing because its name was mistyped is reported as mistyped alone.
  package mutating func finish() {
    let known = declarations.map(\.name)
    let unknown = unknownEntries.filter { !inherited.contains($0.key) }
    let misplaced = unknown.filter { home(of: $0.key, isExact: true) != nil }
    reportMisplaced(misplaced)
    for entry in unknown where !misplaced.contains(where: { $0.keyRange == entry.keyRange }) {
      if let whole = whole(before: entry) {
        // What else is wrong with it was said of a half.
        findings.diagnostics.removeAll { $0.range == whole.value.range }
        findings.add(
          OptionProblem.decimalComma(whole.key, whole: "\(whole.value)", fraction: entry.key),
          at: SourceRange(whole.value.range.start, entry.keyRange.end))
        continue
      }
      let problem =
        insteadOfMissing(entry) ?? elsewhere([entry], isExact: false)
        ?? OptionProblem.unknown(entry.key, of: subject, known: known, given: given)
      findings.add(problem, at: entry.keyRange)
    }
    let mistyped = self.mistyped
    for (name, form) in missing where !isPartial && !mistyped.contains(name) {
      findings.add(OptionProblem.missing(name, of: subject, form: form), at: mapping.range)
    }
  }

  /// Whether an option was probably given, and not read: its value is wrong, or its name was mistyped.
  package func isUnread(_ name: String) -> Bool { wrong.contains(name) || mistyped.contains(name) }

  package var hasUnknownNames: Bool { !unknownEntries.isEmpty }

  private var unknownEntries: [OptionValue.Entry] {
    mapping.entries.filter { entry in !declarations.contains { $0.name == entry.key } }
  }

  /// The option with the whole number before digits that a comma parted from it, as in `{rate: 0,001}`.
  private func whole(before entry: OptionValue.Entry) -> OptionValue.Entry? {
    guard entry.key.allSatisfy(\.isWholeNumber), entry.value.content == .null,
      let index = mapping.entries.firstIndex(where: { $0.keyRange == entry.keyRange }), index > 0,
      case .integer = mapping.entries[index - 1].value.content
    else { return nil }
    return mapping.entries[index - 1]
  }

  /// Options that belong to what another option chooses, as the learning rate does to the optimizer: once for each
  /// such option, which is then not blamed for what it lacks.
  private mutating func reportMisplaced(_ entries: [OptionValue.Entry]) {
    for option in entries.compactMap({ home(of: $0.key, isExact: true)?.option }).withoutRepetition {
      let own = entries.filter { home(of: $0.key, isExact: true)?.option == option }
      guard let first = own.first, let problem = elsewhere(own, isExact: true) else { continue }
      findings.diagnostics.removeAll { $0.range == mapping[option]?.range }
      let notes = own.dropFirst().map { Diagnostic.Note("so has \"\($0.key)\"", at: $0.keyRange) }
      report(problem, at: first.keyRange, notes: Array(notes))
    }
  }

  /// What an option chooses that has options of its own.
  private struct Home {
    let option: String
    let member: String
    let names: [String]
  }

  /// Where an unknown option belongs; what the author chose comes first.
  private func home(of name: String, isExact: Bool) -> Home? {
    if closestName(to: name, among: declarations.map(\.name)) != nil { return nil }
    let homes = declarations.flatMap { declaration -> [Home] in
      guard case .member(_, let members) = declaration.form else { return [] }
      let all = members().map {
        Home(option: declaration.name, member: $0.name, names: $0.options().map(\.name))
      }
      let chosen = chosenMember(of: declaration.name)
      return all.filter { $0.member == chosen } + all.filter { $0.member != chosen }
    }
    return homes.first { home in
      isExact ? home.names.contains(name) : closestName(to: name, among: home.names) != nil
    }
  }

  private func chosenMember(of option: String) -> String? {
    switch mapping[option]?.content {
    case .text(let name): name
    case .mapping(let entries): entries.first?.key
    default: nil
    }
  }

  private func elsewhere(_ entries: [OptionValue.Entry], isExact: Bool) -> OptionProblem? {
    guard let first = entries.first, let home = home(of: first.key, isExact: isExact) else { return nil }
    var options = entries.map { entry in
      let name =
        home.names.contains(entry.key)
        ? entry.key : closestName(to: entry.key, among: home.names) ?? entry.key
      return "\(name): \(entry.value)"
    }
    if isExact, chosenMember(of: home.option) == home.member {
      options =
        (mapping[home.option]?.entries.first?.value.entries ?? []).map { "\($0.key): \($0.value)" } + options
    }
    return .elsewhere(
      first.key, of: subject, option: home.option,
      spelling: "\(home.option): {\(home.member): {\(options.joined(separator: ", "))}}")
  }

  /// The only unknown option, where it was probably meant for the only one that is missing.
  private func insteadOfMissing(_ entry: OptionValue.Entry) -> OptionProblem? {
    guard !isPartial, unknownEntries.count == 1, !entry.key.contains(where: { "=:".contains($0) }),
      closestName(to: entry.key, among: declarations.map(\.name)) == nil,
      missing.count == 1, let (name, form) = missing.first
    else { return nil }
    return .insteadOfMissing(
      entry.key, of: subject, missing: name, form: form, known: declarations.map(\.name))
  }

  /// Whether an option is written here, and not inherited.
  package func gives(_ name: String) -> Bool { given.contains(name) }

  private var given: Set<String> { Set(mapping.entries.map(\.key)).subtracting(inherited) }

  /// The options that unknown names were probably meant to be.
  private var mistyped: Set<String> {
    let open = declarations.map(\.name).filter { !given.contains($0) }
    return Set(
      unknownEntries.compactMap { entry in
        if case .insteadOfMissing(_, _, let name, _, _)? = insteadOfMissing(entry),
          home(of: entry.key, isExact: true) == nil
        {
          return name
        }
        if let parted = entry.key.firstIndex(where: { "=:".contains($0) }),
          open.contains(entry.key[..<parted].trimmingCharacters(in: .whitespaces))
        {
          return entry.key[..<parted].trimmingCharacters(in: .whitespaces)
        }
        return closestName(to: entry.key, among: open)
      })
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
