import Diagnostics
import NotebookRunner
import Options

/// The reference as lines for a terminal, wrapped to its width.
struct ReferenceText {
  let reference: Reference
  let width: Int

  var overview: String {
    let sections = reference.sections.map { text(.section($0)) }
    let example = reference.directives.entries.first { !$0.options.isEmpty }
    let topics = example.map { "tunebook docs \($0.name), or tunebook docs \($0.name).\($0.options[0].name)" }
    return
      (sections + [topics.map { "More on one of them: \($0)." }].compactMap(\.self)
      + ["The meaning of a finding's code: tunebook docs CODE; all codes: tunebook docs codes."])
      .joined(separator: "\n\n")
  }

  func text(_ topic: ReferenceTopic) -> String {
    switch topic {
    case .section(let section):
      ([section.title] + rows(section.entries.map { ($0.name, $0.abstract) })).joined(separator: "\n")
    case .entry(let entry): text(of: entry)
    case .option(let option, let entry): text(of: option, entry)
    case .codes(let problems):
      ([Reference.codesTopic] + rows(problems.map { ($0.code, $0.rule) })).joined(separator: "\n")
    case .code(let problem): text(of: problem)
    }
  }

  private func text(of problem: ProblemReference) -> String {
    var lines = [problem.code] + wrapped(problem.rule + ".", indent: 2)
    lines += [""] + wrapped(problem.reason, indent: 2)
    lines += problem.wrong.map { listing("Wrong", $0) } ?? []
    lines += problem.right.map { listing("Right", $0) } ?? []
    lines += note(on: problem.wrong)
    return lines.joined(separator: "\n")
  }

  private func text(of entry: Reference.Entry) -> String {
    var lines = ["\(entry.name) (\(entry.subject))"] + wrapped(entry.abstract, indent: 2)
    if entry.options.isEmpty, entry.notation.isEmpty { lines += ["", "It has no options of its own."] }
    if !entry.notation.isEmpty { lines += [""] + rows(entry.notation.map { ($0.written, $0.meaning) }) }
    for option in entry.options.flatMap(\.withParts) {
      lines += [""] + wrapped("\(option.name): \(option.summary)", indent: 2)
      lines += wrapped(option.help, indent: 6)
    }
    let results = entry.results
    if !results.isEmpty {
      lines += ["", "Results, read after the cell's name; the values are those of the example"]
      lines += wrapped(results.joined(separator: ", "), indent: 2)
    }
    lines += entry.example.map { listing("Example", $0) + note(on: $0) } ?? []
    if !entry.sharedOptions.isEmpty {
      lines += ["", "Options of every \(entry.subject)"]
      lines += rows(entry.sharedOptions.map { ($0.name, $0.help) })
    }
    return lines.joined(separator: "\n")
  }

  private func text(of option: OptionDeclaration, _ entry: Reference.Entry) -> String {
    var lines = ["\(entry.name).\(option.name)"] + wrapped(option.help, indent: 2)
    lines += [""]
    lines += rows([
      ("value", option.form.phrase),
      (
        "default", option.defaultValue?.description ?? (option.isRequired ? "none: it must be given" : "none")
      ),
      ("affects", option.affects.phrase),
    ])
    for part in option.form.parts {
      lines += [""] + wrapped("\(part.name): \(part.summary)", indent: 2) + wrapped(part.help, indent: 6)
    }
    if let kind = option.form.kind {
      let section = Reference.Section(subject: kind.subject, entries: [])
      lines += ["", section.title] + rows(kind.members().map { ($0.name, $0.abstract) })
    }
    return lines.joined(separator: "\n")
  }

  private func listing(_ title: String, _ example: NotebookExample) -> [String] {
    ["", title]
      + example.text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "    " + $0
      }
  }

  /// Returns the note before an example that is not a complete notebook.
  private func note(on example: NotebookExample?) -> [String] {
    guard let example, !example.isWhole else { return [] }
    return [""] + wrapped(ProblemReferences.cellsInWords, indent: 2)
  }

  /// Returns lines with names in a column and a text beside each.
  private func rows(_ rows: [(name: String, text: String)]) -> [String] {
    let column = 4 + (rows.map { displayWidth(of: $0.name) }.max() ?? 0)
    return rows.flatMap { name, text in
      var lines = wrapped(text, indent: column)
      let space = String(repeating: " ", count: column - 2 - displayWidth(of: name))
      lines[0] = "  " + name + space + lines[0].dropFirst(column)
      return lines
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, displayWidth(of: last) + 1 + displayWidth(of: String(word)) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(space + word)
      }
    }
    return lines.isEmpty ? [space] : lines
  }
}

extension OptionEffect {
  fileprivate var phrase: String {
    switch self {
    case .result: "the result"
    case .presentation: "only what is shown"
    case .inheritance: "the same as the options that it inherits"
    }
  }
}

extension OptionDeclaration {
  /// The option, and those of which it is a mapping, with their names after a dot.
  fileprivate var withParts: [OptionDeclaration] {
    guard case .group(let parts) = form else { return [self] }
    return [self]
      + parts().map { part in
        OptionDeclaration(
          name: "\(name).\(part.name)", form: part.form, defaultValue: part.defaultValue,
          isRequired: part.isRequired, affects: part.affects, help: part.help)
      }
  }

  /// The permitted values and the default.
  fileprivate var summary: String {
    let absence =
      defaultValue.map { "default \($0)" } ?? (isRequired ? "must be given" : "may be left out")
    return "\(form.phrase); \(absence)" + (affects == .presentation ? "; changes only what is shown" : "")
  }
}
