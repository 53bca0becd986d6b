import NotebookResults
import NotebookSyntax

/// Functions that render a notebook and its results as one HTML file without scripts and external resources.
///
/// The bytes depend on the notebook and its results only, never on a clock, a host or the order of a dictionary.
package enum Page {
  /// Renders a page within a size limit; notices take the place of the parts that do not fit.
  ///
  /// - Parameters:
  ///   - document: the notebook as parsed.
  ///   - outcome: the outcome of its run, with one entry for each cell, in order.
  ///   - navigation: the links to other pages.
  ///   - cards: the notebooks to which the page leads below its text, if it heads an index.
  ///   - byteLimit: the size limit in bytes, at least 100,000.
  ///   - progress: called from any thread with the share of cells that are rendered.
  package static func rendered(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    cards: [IndexCard] = [], byteLimit: Int = RenderedPage.byteLimit,
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> RenderedPage {
    render(document, outcome, navigation, cards, showsProvenance: true, byteLimit: byteLimit, progress)
  }

  /// Renders the HTML of a page.
  package static func render(
    document: Document, outcome: NotebookOutcome, navigation: PageNavigation = PageNavigation(),
    byteLimit: Int = RenderedPage.byteLimit, progress: @Sendable (Double) -> Void = { _ in }
  ) -> String {
    rendered(
      document: document, outcome: outcome, navigation: navigation, byteLimit: byteLimit, progress: progress
    ).html
  }

  /// Renders a document without cells, and so without provenance.
  package static func render(
    text document: Document, engineVersion: String, navigation: PageNavigation = PageNavigation()
  ) -> String {
    let provenance = Provenance(
      notebook: "", notebookDigest: "", engineVersion: engineVersion, numericsVersion: 0, seed: 0,
      parameters: [], data: [], cells: [])
    let outcome = NotebookOutcome(
      title: document.frontMatter.title?.text, subtitle: nil, cells: [], inlineValues: [:], notices: [],
      provenance: provenance)
    return render(
      document, outcome, navigation, [], showsProvenance: false, byteLimit: RenderedPage.byteLimit
    ) { _ in }.html
  }

  private static func render(
    _ document: Document, _ outcome: NotebookOutcome, _ navigation: PageNavigation, _ cards: [IndexCard],
    showsProvenance: Bool, byteLimit: Int, _ progress: @Sendable (Double) -> Void
  ) -> RenderedPage {
    let wording = document.frontMatter.language.wording
    let cells = NumberedCells(outcome.cells)
    let plain = PlainText(
      values: outcome.inlineValues, cells: cells, wording: wording,
      equations: Dictionary(uniqueKeysWithValues: document.equations.map { ($0.name, $0.number) }))
    let list = IndexCards(cards, on: document.frontMatter.language, room: byteLimit / 4)
    let headings = Headings(
      document, plain: plain, reserved: cells.ids.union(PageFrame.ids).union(list.ids))
    var prose = ProseWriter(
      document: document, headings: headings, plain: plain, wording: wording, navigation: navigation,
      pictures: outcome.pictures)
    var blocks = document.blocks[...]
    if outcome.title == nil, case .heading(level: 1, _) = blocks.first, let heading = blocks.popFirst() {
      // If the heading is too long, the frame shows its text, shortened.
      var room = byteLimit / 16
      _ = prose.attempt(room: &room) { $0.write(heading) }
    }
    let ownTitle = prose.takeMarkup()
    let frame = PageFrame(
      document: document, outcome: outcome, wording: wording, cells: cells, headings: headings,
      navigation: navigation, cards: list, showsProvenance: showsProvenance, byteLimit: byteLimit,
      ownTitle: ownTitle)

    let room = byteLimit - frame.byteCount - 2 * ProseWriter.roomForNotice
    // Prose is short compared with results, except in notebooks that are mostly prose.
    let pictureBytes = document.pictures.reduce(0) { $0 + (outcome.pictures[$1.address]?.base64Count ?? 0) }
    let proseShare = min(room / 2, 8 * document.source.utf8.count + pictureBytes)
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
