import Diagnostics
import NotebookReport
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

  /// Reads a text as an expression in prose and as a claim, and computes both.
  static func expression(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline && $0 != "`" }
    let literal = text.filter { $0 != "'" }
    return NotebookInput.run(
      Array("\(cells)It is {value}`` \(text) ``.\n\n~~~{expect}\n- '\(literal)'\n~~~\n".utf8))
  }

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
    for entry in file.entries {
      if let problem = values.set(entry.key, to: entry.value, by: "--params") {
        NotebookInput.report([Diagnostic(problem, at: entry.value.range)], in: source)
      }
    }
    let (plan, _, _) = Planner.plan(
      declared, parameters: values.values, locations: FuzzFolder.shared.locations)
    return file.diagnostics.isEmpty && plan != nil
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

        # ${name}

        ~~~{model} net
        input_shape: [2]
        layers: [dense: {units: "${rounds}", activation: "${kind}"}]
        ~~~
        """)
  ).document

  /// A data set, a network and a training, for what follows to name.
  private static let cells = """
    ---
    params: {rounds: 1, rate: 0.1}
    ---

    ~~~{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    test_split: 0.25
    ~~~

    ~~~{model} net
    layers: [dense: {units: 3, activation: softmax}]
    ~~~

    ~~~{fit} fast
    model: net
    data: flowers
    metrics: [accuracy]
    validation_data: flowers
    ~~~

    ~~~{evaluate} report
    fit: fast
    ~~~


    """
}
