import Diagnostics
import Engine
import Foundation
import NotebookRunner
import Options

/// The reference as Markdown, from which its page is rendered.
struct ReferenceDocument {
  let reference: Reference

  var text: String {
    let opening = """
      ---
      title: "Reference"
      description: "Everything that a notebook of Tunebook \(Engine.version) may contain: directives, "
        + "layers, optimizers and the rest, their options, and the codes of findings."
      ---

      `tunebook docs NAME` prints any part of this page in the terminal. An example that is not a whole notebook
      follows these cells:

      \(listing(.text(ProblemReferences.cells.trimmingCharacters(in: .newlines))))

      """
    return ([opening] + reference.sections.map(section) + codes).joined(separator: "\n")
  }

  private func section(_ section: Reference.Section) -> String {
    let title = section.title.prefix(1).uppercased() + section.title.dropFirst()
    var parts = ["## \(title)\n"] + section.entries.map(entry)
    if let shared = section.entries.first?.sharedOptions, !shared.isEmpty {
      parts.append("### Options of every \(section.subject)\n\n\(list(shared, of: section.subject))\n")
    }
    return parts.joined(separator: "\n")
  }

  private func entry(_ entry: Reference.Entry) -> String {
    var parts = ["### \(prose(entry.name))", prose(entry.abstract)]
    if !entry.options.isEmpty { parts.append(list(entry.options, of: entry.name)) }
    if !entry.notation.isEmpty {
      parts.append(
        table(["written", "means"], entry.notation.map { ["`\($0.written)`", prose($0.meaning)] }))
    }
    let results = entry.results
    if !results.isEmpty {
      parts.append(
        "Results, read after the cell's name; the values are those of the example: "
          + results.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    parts += [entry.example.map(listing)].compactMap(\.self)
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Returns a heading for each option, so that a link can lead to it, over its values, default and meaning.
  private func list(_ options: [OptionDeclaration], of owner: String) -> String {
    options.map { option in
      let parts = option.form.parts.map { "\n- `\($0.name)`: \(meaning(of: $0))" }.joined()
      return """
        #### \(prose(owner)) `\(option.name)`

        \(meaning(of: option))
        \(parts)
        """
    }.joined(separator: "\n\n")
  }

  private func meaning(of option: OptionDeclaration) -> String {
    let standard =
      option.defaultValue.map { "default `\($0)`" }
      ?? (option.isRequired ? "must be given" : "may be left out")
    let effect = option.affects == .presentation ? " It changes only what is shown." : ""
    return "*\(prose(option.form.phrase)); \(standard).* \(prose(option.help + effect))"
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// The codes, grouped by their letter, which stands for a stage of the work.
  private var codes: [String] {
    let groups = Dictionary(grouping: reference.problems) { String($0.code.prefix(4)) }
    return ["## Codes\n"]
      + groups.sorted { $0.key < $1.key }.map { prefix, problems in
        (["### \(prefix)\n"] + problems.map(code)).joined(separator: "\n")
      }
  }

  private func code(_ problem: ProblemReference) -> String {
    var parts = ["#### \(problem.code): \(prose(problem.rule))", prose(problem.reason)]
    for (word, example) in [("Wrong:", problem.wrong), ("Right:", problem.right)] {
      if let example { parts += [word, listing(example)] }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func listing(_ example: NotebookExample) -> String { "`````\n\(example.text)\n`````" }

  /// Returns text as Markdown in which only backticks have a meaning.
  private func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      guard index % 2 == 0 else { return "`\(part)`" }
      return part.reduce(into: "") { escaped, character in
        if "\\*_[]<>${}@#~".contains(character) { escaped.append("\\") }
        escaped.append(character)
      }
    }.joined()
  }
}
