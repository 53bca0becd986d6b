import Diagnostics
import NotebookRunner
import Options

/// A topic of the reference, such as `optimizers`, `fit`, `fit.optimizer`, `momentum`, `codes`, `TB-P-103` or
/// `typed_metric`.
enum ReferenceTopic {
  case section(Reference.Section)
  case entry(Reference.Entry)
  case option(OptionDeclaration, of: Reference.Entry)
  case codes([ProblemReference])
  case code(ProblemReference)
}

extension Reference {
  /// Returns all topics with a name, since members of different kinds may share one.
  func topics(named name: String) throws(ReferenceProblem) -> [ReferenceTopic] {
    if name == Self.codesTopic { return [.codes(problems)] }
    if name.uppercased().hasPrefix("TB-") {
      guard let problem = problems.first(where: { $0.code == name.uppercased() }) else { throw .noCode(name) }
      return [.code(problem)]
    }
    if let practice = Practice(written: name),
      let problem = problems.first(where: { $0.code == practice.code })
    {
      return topics(ofOption: name) + [.code(problem)]
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let named = entries.filter { $0.name.isSpelled(parts[0]) }
    guard parts.count == 2 else {
      let titled = sections.filter { $0.title.isSpelled(name) || $0.subject.isSpelled(name) }
      let topics = titled.map { ReferenceTopic.section($0) } + named.map { ReferenceTopic.entry($0) }
      guard topics.isEmpty else { return topics }
      let options = self.topics(ofOption: name)
      guard options.isEmpty else { return options }
      throw .noTopic(
        name, sections: sections.map(\.title) + [Self.codesTopic],
        names: entries.map(\.name) + entries.flatMap(\.options).map(\.name))
    }
    guard let first = named.first else { throw .noTopic(parts[0], sections: [], names: entries.map(\.name)) }
    let options = named.flatMap { entry in
      entry.allOptions.filter { $0.name == parts[1] }.map { ReferenceTopic.option($0, of: entry) }
    }
    guard options.isEmpty else { return options }
    throw .noOption(parts[1], of: first.name, known: named.flatMap(\.allOptions).map(\.name))
  }

  /// Returns the options with a name. One that every cell takes is listed once, after those specific to directives.
  private func topics(ofOption name: String) -> [ReferenceTopic] {
    let own = entries.flatMap { entry in entry.options.filter { $0.name == name }.map { ($0, entry) } }
    let said = Set(own.map(\.0.help))
    let shared = directives.entries.flatMap { entry in
      entry.sharedOptions.filter { $0.name == name && !said.contains($0.help) }.map { ($0, entry) }
    }
    return (shared + own).map { ReferenceTopic.option($0, of: $1) }
  }
}

extension String {
  /// Returns true for a spelling of the name with spaces or hyphens between its words.
  fileprivate func isSpelled(_ other: String) -> Bool {
    func plain(_ name: String) -> String {
      name.lowercased().replacing("_", with: " ").replacing("-", with: " ")
    }
    return plain(self) == plain(other)
  }
}

/// A mistake in a question to the reference.
enum ReferenceProblem: Problem, Error {
  case noTopic(String, sections: [String], names: [String])
  case noOption(String, of: String, known: [String])
  case noCode(String)
  case noSchema(String, known: [String])

  var record: ProblemRecord {
    switch self {
    case .noTopic(let name, let sections, let names):
      ProblemRecord(
        "TB-C-231", "the reference has no topic \"\(name)\"" + didYouMean(name, sections + names),
        help: "tunebook docs lists everything"
          + (sections.isEmpty ? "" : "; or ask for one of \(sections.joined(separator: ", "))"),
        rule: "The reference has the topic",
        reason: "Topics are the names of directives, data sets, layers and everything else in cells, and the "
          + "codes of findings.")
    case .noOption(let name, let subject, let known):
      ProblemRecord(
        "TB-C-232", "\(subject) has no option \"\(name)\"" + didYouMean(name, known),
        help: known.isEmpty ? "\(subject) takes no options" : "options: \(known.joined(separator: ", "))",
        rule: "An option is asked for after its owner",
        reason: "Write it as in fit.optimizer, since several may have an option of the same name.")
    case .noCode(let code):
      ProblemRecord(
        "TB-C-233", "no finding has the code \"\(code)\"",
        help: "tunebook docs \(Reference.codesTopic) lists them all", rule: "The code exists",
        reason: "Codes keep their meaning; one that is no longer used is not given to anything else.")
    case .noSchema(let name, let known):
      ProblemRecord(
        "TB-C-234", "there is no directive \"\(name)\"" + didYouMean(name, known),
        help: "schemas: \(known.joined(separator: ", "))",
        rule: "A schema is for a directive or for the front matter",
        reason: "Layers, optimizers and the like are parts of the directives' schemas, under `$defs`.")
    }
  }

  static let references = [
    reference(of: noTopic), reference(of: noOption), reference(of: noCode), reference(of: noSchema),
  ]
}
