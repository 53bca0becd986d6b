import Diagnostics
import NotebookReport
import NotebookResults
import NotebookSyntax

/// Pages made from Markdown and from results written by hand.
enum PageFixture {
  static func document(_ text: String) -> Document {
    NotebookParser.parse(SourceFile(path: "notebook.md", text: text)).document
  }

  /// A page whose cells, in order, have these outcomes.
  static func page(
    _ text: String, cells: [CellOutcome] = [], values: [String: InlineOutcome] = [:], notices: [Notice] = [],
    title: String? = "Title", provenance: Provenance = provenance(),
    navigation: PageNavigation = PageNavigation()
  ) -> String {
    let document = document(text)
    var inlineValues: [Int: InlineOutcome] = [:]
    for value in document.inlineValues { inlineValues[value.range.start] = values[value.expression] }
    let outcome = NotebookOutcome(
      title: title, subtitle: nil, cells: cells, inlineValues: inlineValues, notices: notices,
      provenance: provenance)
    return Page.render(document: document, outcome: outcome, navigation: navigation)
  }

  static func cell(
    _ directive: String = "plot", name: String? = nil, line: Int = 1, status: CellOutcome.Status = .ok,
    outputs: [Output] = [], echo: Bool = false, output: Bool = true, caption: String? = nil,
    alternativeText: String? = nil, summary: [Table.Cell] = [], saved: SavedWork = .none, seconds: Double = 0,
    chartStyle: ChartStyle = .automatic
  ) -> CellOutcome {
    CellOutcome(
      name: name, directive: directive, line: line, status: status, saved: saved, seconds: seconds,
      value: .record([]), outputs: outputs,
      presentation: CellPresentation(
        echo: echo, output: output, caption: caption.map { [.text($0)] }, alternativeText: alternativeText,
        summary: summary, chartStyle: chartStyle),
      digest: "0f")
  }

  static func provenance(
    parameters: [Provenance.Setting] = [], data: [Provenance.DataSource] = []
  ) -> Provenance {
    Provenance(
      notebook: "notebook.md", notebookDigest: "ab", engineVersion: "1.0", numericsVersion: 1, seed: 0,
      parameters: parameters, data: data, cells: [])
  }
}
