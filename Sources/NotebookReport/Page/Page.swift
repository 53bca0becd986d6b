import NotebookResults
import NotebookSyntax
import Synchronization

/// A notebook and what its run brought about as one HTML file that fetches nothing and needs no script.
///
/// Its bytes depend on the notebook and its results alone: no clock, no host, no timing, no order of a dictionary.
package enum Page {
  /// - Parameters:
  ///   - document: the notebook as parsed.
  ///   - outcome: of a run of that document: one entry for each of its cells, in order.
  ///   - navigation: where it stands among other pages.
  ///   - progress: told, from any thread, what share of the cells is ready for the page.
  package static func render(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    progress: @Sendable (Double) -> Void = { _ in }
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
    _ progress: @Sendable (Double) -> Void
  ) -> String {
    let wording = document.frontMatter.language.wording
    let cells = NumberedCells(outcome.cells)
    let plain = PlainText(values: outcome.inlineValues, cells: cells, wording: wording)
    let headings = Headings(document, plain: plain, reserved: cells.ids.union(PageFrame.ids))
    let frame = PageFrame(
      document: document, outcome: outcome, wording: wording, cells: cells, headings: headings,
      navigation: navigation, showsProvenance: showsProvenance)

    let readyCount = Atomic(0)
    let cellMarkup = Array(document.cells.enumerated()).concurrentMap { index, cell in
      let markup = CellView(cell: cell, numbered: cells.cell(at: index), wording: wording).markup
      let ready = readyCount.add(1, ordering: .relaxed).newValue
      progress(Double(ready) / Double(document.cells.count))
      return markup
    }
    var prose = ProseWriter(
      document: document, headings: headings, plain: plain, wording: wording, navigation: navigation,
      cells: cellMarkup)
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
