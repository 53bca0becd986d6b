import Diagnostics
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax

/// Text that stands within notebooks or beside them.
///
/// Each input stays in its place: what whole notebooks can say, and what is planned for it, is another target's.
enum TextInput {
  /// Reads a text as YAML.
  static func yaml(_ bytes: [UInt8]) -> Bool {
    guard let source = try? NotebookFile.decode(bytes, path: "input.yaml") else { return false }
    let (value, findings) = YAMLReader.read(source)
    NotebookInput.report(findings, in: source)
    return value != nil && findings.isEmpty
  }

  /// Reads a text as an expression, checks it against the results of a run, and computes it.
  static func expression(_ bytes: [UInt8]) -> Bool {
    let source = SourceFile(path: "input.md", text: String(decoding: bytes, as: UTF8.self))
    let text = SourceText(source.text, at: SourceRange(0, source.utf8.count))
    do {
      let expression = try ExpressionParser.parse(text)
      guard try ExpressionChecker(types: results.types, whole: text.range).type(of: expression) != nil else {
        return false
      }
      let evaluator = ExpressionEvaluator(values: results.values)
      for inShares in [false, true] { _ = evaluator.readings(of: expression, inShares: inShares) }
      return evaluator.value(of: expression).map(ValueFormat.plain) != nil
    } catch {
      NotebookInput.report([Diagnostic(error.problem, at: error.range)], in: source)
      return false
    }
  }

  /// The results that expressions read, with their types.
  private static let results: (types: [String: ValueType], values: [String: Value]) = {
    let (plan, outcome) = NotebookInput.outcome(ofOwn: cells)
    var types: [String: ValueType] = ["params": .record([.init("rounds", .number), .init("kind", .text)])]
    var values: [String: Value] = [
      "params": .record([.init("rounds", .integer(1)), .init("kind", .text("a"))])
    ]
    for cell in plan.cells { cell.name.map { types[$0] = cell.signature.type } }
    for cell in outcome.cells { cell.name.map { values[$0] = cell.value } }
    return (types, values)
  }()

  /// Reads a text as a formula in a line and as one of its own, and writes them as MathML.
  static func formula(_ bytes: [UInt8]) -> Bool {
    let source = SourceFile(path: "input.md", text: String(decoding: bytes, as: UTF8.self))
    let text = SourceText(source.text, at: SourceRange(0, source.utf8.count))
    let readings = [false, true].map { Formula.parse(text, isDisplay: $0) }
    let problems = readings.compactMap(\.problem)
    NotebookInput.report(problems, in: source)
    let document = Document(
      source: source, frontMatter: FrontMatter(), blocks: [.paragraph(readings.map { .formula($0.formula) })],
      footnotes: [])
    return !Page.render(text: document, engineVersion: "1").isEmpty && problems.isEmpty
  }

  /// Reads a file of parameters, and sets those of a notebook by it.
  static func parameters(_ bytes: [UInt8]) -> Bool {
    guard let source = try? NotebookFile.decode(bytes, path: "input.yaml") else { return false }
    let file = ParameterFile(source)
    NotebookInput.report(file.diagnostics, in: source)
    var values = NotebookParameters(declared.frontMatter)
    var isSet = true
    for entry in file.entries {
      if let problem = values.set(entry.key, to: entry.value, by: "--params") {
        NotebookInput.report([Diagnostic(problem, at: entry.value.range)], in: source)
        isSet = false
      }
    }
    return file.diagnostics.isEmpty && isSet
  }

  private static let declared = NotebookParser.parse(
    SourceFile(
      path: "input.md",
      text: """
        ---
        params:
          rounds: {default: 5, min: 1, max: 50}
          rate: 0.1
          kind: {default: relu, choices: [relu, tanh]}
          wide: true
          name: net
        ---

        """)
  ).document

  /// Trainings with several seeds and one, and their reports.
  private static let cells = """
    \(FlowersCells.load)

    \(FlowersCells.fit(epochs: 2, "seeds: 6"))

    ~~~{fit} kept
    from: fast
    seed: 9
    seeds: null
    keep: {best: val_loss}
    ~~~

    ~~~{evaluate} report
    fit: fast
    ~~~

    ~~~{evaluate} single
    fit: kept
    ~~~
    """
}
