import Diagnostics
import Foundation

/// Unknown options, their likely meaning, and missing options.
extension OptionReader {
  /// The number of unknown options in one mapping for which a likely meaning is looked for.
  private static let mostGuesses = 20

  /// Reports unknown and missing options. Call it once, after the last `read`. An option that is missing because its
  /// name was mistyped is reported only as mistyped.
  package mutating func finish() {
    let known = declarations.map(\.name)
    let given = given
    let all = unknownEntries.filter { !inherited.contains($0.key) }
    let unknown = all.prefix(Self.mostGuesses)
    let misplaced = unknown.filter { home(of: $0.key, isExact: true) != nil }
    reportMisplaced(Array(misplaced))
    for entry in unknown where !misplaced.contains(where: { $0.keyRange == entry.keyRange }) {
      if let whole = whole(before: entry) {
        // Other findings about this option concern only its first half.
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
    for entry in all.dropFirst(Self.mostGuesses) {
      findings.add(
        OptionProblem.unknown(entry.key, of: subject, known: known, given: given), at: entry.keyRange)
    }
    let mistyped = self.mistyped
    for (name, form) in missing where !isPartial && !mistyped.contains(name) {
      findings.add(OptionProblem.missing(name, of: subject, form: form), at: mapping.range)
    }
  }

  /// Returns true if an option was probably given but not read: its value is wrong, or its name mistyped.
  package func isUnread(_ name: String) -> Bool { wrong.contains(name) || mistyped.contains(name) }

  package var hasUnknownNames: Bool { !unknownEntries.isEmpty }

  private var unknownEntries: [OptionValue.Entry] {
    mapping.entries.filter { entry in !declarations.contains { $0.name == entry.key } }
  }

  /// Returns the option before digits that a comma separated from it, as in `{rate: 0,001}`.
  private func whole(before entry: OptionValue.Entry) -> OptionValue.Entry? {
    guard entry.key.allSatisfy(\.isWholeNumber), entry.value.content == .null,
      let index = mapping.entries.firstIndex(where: { $0.keyRange == entry.keyRange }), index > 0,
      case .integer = mapping.entries[index - 1].value.content
    else { return nil }
    return mapping.entries[index - 1]
  }

  /// Reports options of the member that another option chooses, such as the learning rate of the optimizer. Missing
  /// options of that member are then not reported.
  private mutating func reportMisplaced(_ entries: [OptionValue.Entry]) {
    for option in entries.compactMap({ home(of: $0.key, isExact: true)?.option }).withoutRepetition {
      let own = entries.filter { home(of: $0.key, isExact: true)?.option == option }
      guard let first = own.first, let problem = elsewhere(own, isExact: true) else { continue }
      findings.diagnostics.removeAll { $0.range == mapping[option]?.range }
      let notes = own.dropFirst().map { Diagnostic.Note("so has \"\($0.key)\"", at: $0.keyRange) }
      report(problem, at: first.keyRange, notes: Array(notes))
    }
  }

  /// The member that an option chooses, with the names of its options.
  private struct Home {
    let option: String
    let member: String
    let names: [String]
  }

  /// Returns the member that an unknown option belongs to; the chosen member comes first.
  private func home(of name: String, isExact: Bool) -> Home? {
    if closestName(to: name, among: declarations.map(\.name)) != nil { return nil }
    let homes = declarations.flatMap { declaration -> [Home] in
      guard let members = declaration.form.members else { return [] }
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

  /// Returns the problem of the only unknown option, if it was probably meant to be the only missing one.
  private func insteadOfMissing(_ entry: OptionValue.Entry) -> OptionProblem? {
    guard !isPartial, unknownEntries.count == 1, !entry.key.contains(where: { "=:".contains($0) }),
      closestName(to: entry.key, among: declarations.map(\.name)) == nil,
      missing.count == 1, let (name, form) = missing.first
    else { return nil }
    return .insteadOfMissing(
      entry.key, of: subject, missing: name, form: form, known: declarations.map(\.name))
  }

  /// Returns true if an option is written here and not inherited.
  package func gives(_ name: String) -> Bool { given.contains(name) }

  private var given: Set<String> { Set(mapping.entries.map(\.key)).subtracting(inherited) }

  /// The known options that the unknown names probably misspell.
  private var mistyped: Set<String> {
    let unknown = unknownEntries.prefix(Self.mostGuesses)
    if unknown.isEmpty { return [] }
    let given = given
    let open = declarations.map(\.name).filter { !given.contains($0) }
    return Set(
      unknown.compactMap { entry in
        if case .insteadOfMissing(_, _, let name, _, _)? = insteadOfMissing(entry),
          home(of: entry.key, isExact: true) == nil
        {
          return name
        }
        let name = entry.key.prefix { !"=:".contains($0) }.trimmingCharacters(in: .whitespaces)
        if open.contains(name) { return name }
        return closestName(to: entry.key, among: open)
      })
  }
}
