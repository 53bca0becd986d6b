import NotebookResults
import NotebookSyntax

/// A notebook and what its run brought about as one HTML file that fetches nothing and needs no script.
///
/// Its bytes depend on the notebook and its results alone: no clock, no host, no timing, no order of a dictionary.
package enum Page {
  /// Renders a page of at most so many bytes, which says in its place what it had no room for.
  ///
  /// - Parameters:
  ///   - document: the notebook as parsed.
  ///   - outcome: of a run of that document: one entry for each of its cells, in order.
  ///   - navigation: where it stands among other pages.
  ///   - byteLimit: at least 100,000.
  ///   - progress: told, from any thread, what share of the cells is ready for the page.
  package static func rendered(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    byteLimit: Int = RenderedPage.byteLimit, progress: @Sendable (Double) -> Void = { _ in }
  ) -> RenderedPage {
    render(document, outcome, navigation, showsProvenance: true, byteLimit: byteLimit, progress)
  }

  /// The page alone.
  package static func render(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    byteLimit: Int = RenderedPage.byteLimit, progress: @Sendable (Double) -> Void = { _ in }
  ) -> String {
    rendered(
      document: document, outcome: outcome, navigation: navigation, byteLimit: byteLimit, progress: progress
    ).html
  }

  /// A text that has no cells, and so no results whose origin could be told.
  package static func render(text document: Document, engineVersion: String) -> String {
    let provenance = Provenance(
      notebook: "", notebookDigest: "", engineVersion: engineVersion, numericsVersion: 0, seed: 0,
      parameters: [], data: [], cells: [], source: "")
    let outcome = NotebookOutcome(
      title: document.frontMatter.title?.text, subtitle: nil, cells: [], inlineValues: [:], notices: [],
      provenance: provenance)
    return render(
      document, outcome, PageNavigation(), showsProvenance: false, byteLimit: RenderedPage.byteLimit
    ) { _ in }.html
  }

  private static func render(
    _ document: Document, _ outcome: NotebookOutcome, _ navigation: PageNavigation, showsProvenance: Bool,
    byteLimit: Int, _ progress: @Sendable (Double) -> Void
  ) -> RenderedPage {
    let wording = document.frontMatter.language.wording
    let cells = NumberedCells(outcome.cells)
    let plain = PlainText(values: outcome.inlineValues, cells: cells, wording: wording)
    let headings = Headings(document, plain: plain, reserved: cells.ids.union(PageFrame.ids))
    var prose = ProseWriter(
      document: document, headings: headings, plain: plain, wording: wording, navigation: navigation)
    var blocks = document.blocks[...]
    if outcome.title == nil, case .heading(level: 1, _) = blocks.first, let heading = blocks.popFirst() {
      // A heading that is too long to be one gives its words alone, cut.
      var room = byteLimit / 16
      _ = prose.attempt(room: &room) { $0.write(heading) }
    }
    let ownTitle = prose.takeMarkup()
    let frame = PageFrame(
      document: document, outcome: outcome, wording: wording, cells: cells, headings: headings,
      navigation: navigation, showsProvenance: showsProvenance, byteLimit: byteLimit, ownTitle: ownTitle)

    let room = byteLimit - frame.byteCount - 2 * ProseWriter.roomForNotice
    // Prose is short beside results, unless there is hardly anything else.
    let proseShare = min(room / 2, 8 * document.source.utf8.count)
    let cellMarkup = CellMarkup(
      document, cells, prose, room: room - proseShare, byteLimit: byteLimit, progress)
    prose.place(cellMarkup.list)
    var proseRoom = cellMarkup.room + proseShare
    func notice(_ omission: RenderedPage.Omission) -> Markup {
      OmissionView(omission: omission, byteLimit: byteLimit, wording: wording).markup
    }
    var omissions = prose.write(blocks, room: &proseRoom, notice: notice)
    if !prose.attempt(room: &proseRoom, { $0.writeFootnotes() }), omissions.insert(.rest).inserted {
      prose.markup.append(notice(.rest))
    }
    return RenderedPage(
      html: frame.file(text: prose.takeMarkup()),
      omissions: cellMarkup.omissions + [.text, .rest].filter(omissions.contains) + frame.omissions)
  }
}
