import NotebookResults
import NotebookSyntax

/// A notebook and what its run brought about as one HTML file that fetches nothing and needs no script.
///
/// Its bytes depend on the notebook and its results alone: no clock, no host, no timing, no order of a dictionary.
package enum Page {
  /// - Parameters:
  ///   - document: the notebook as parsed.
  ///   - outcome: of a run of that document: one entry for each of its cells, in order.
  ///   - navigation: where it stands among other pages.
  ///   - progress: told what share of the cells is on the page.
  package static func render(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    progress: @escaping (Double) -> Void = { _ in }
  ) -> String {
    render(document, outcome, navigation, showsProvenance: true, progress)
  }

  /// A text that has no cells, and so no results whose origin could be told.
  package static func render(text document: Document, engineVersion: String) -> String {
    let provenance = Provenance(
      notebook: "", notebookDigest: "", engineVersion: engineVersion, numericsVersion: 0, seed: 0,
      parameters: [], data: [], cells: [], source: "")
    let outcome = NotebookOutcome(
      title: document.frontMatter.title?.text, subtitle: nil, cells: [], inlineValues: [:], notices: [],
      provenance: provenance)
    return render(document, outcome, PageNavigation(), showsProvenance: false) { _ in }
  }

  private static func render(
    _ document: Document, _ outcome: NotebookOutcome, _ navigation: PageNavigation, showsProvenance: Bool,
    _ progress: @escaping (Double) -> Void
  ) -> String {
    let wording = document.frontMatter.language.wording
    let cells = NumberedCells(outcome.cells)
    let plain = PlainText(values: outcome.inlineValues, cells: cells, wording: wording)
    let headings = Headings(document, plain: plain, reserved: cells.ids.union(PageFrame.ids))
    let frame = PageFrame(
      document: document, outcome: outcome, wording: wording, cells: cells, headings: headings,
      navigation: navigation, showsProvenance: showsProvenance)

    var prose = ProseWriter(
      document: document, headings: headings, plain: plain, wording: wording, navigation: navigation
    ) { cell, index, markup in
      markup.append(CellView(cell: cell, numbered: cells.cell(at: index), wording: wording).markup)
      markup.append("\n")
      progress(Double(index + 1) / Double(outcome.cells.count))
    }
    var blocks = document.blocks[...]
    if outcome.title == nil, case .heading(level: 1, _) = blocks.first, let heading = blocks.popFirst() {
      prose.write(heading)
    }
    let ownTitle = prose.takeMarkup()
    prose.write(Array(blocks))
    prose.writeFootnotes()
    return frame.file(ownTitle: ownTitle, text: prose.takeMarkup())
  }
}
