import NotebookResults
import NotebookSyntax

/// The view of a cell: its result, then its source, folded under a one-line summary.
struct CellView {
  let cell: Cell
  /// The outcome of the cell; without one, only its source is shown.
  let numbered: NumberedCells.NumberedCell?
  let wording: any Wording
  /// Writes the caption.
  let prose: ProseWriter
  let runs: RunStyles
  /// The notice that replaces a result that does not fit on the page.
  var omission: OmissionView?
  var showsSource = true

  private var outcome: CellOutcome? { numbered?.outcome }
  private var id: String { numbered?.id ?? "" }

  var markup: Markup {
    .element("div", .class("cell"), id.isEmpty ? .none : .id(id)) {
      if let omission {
        omission.markup
      } else if let outcome {
        switch outcome.status {
        case .ok: if outcome.presentation.output { figure(outcome) }
        case .failed(let message, let help): failure(message, help)
        // Of a cell that is not to be computed and shows nothing, there is nothing to say.
        case .skipped(let cause): if cause != nil || outcome.presentation.output { skipped(cause) }
        }
      }
      if showsSource, outcome?.presentation.echo ?? true { source }
    }
  }

  // MARK: Result

  private func figure(_ outcome: CellOutcome) -> Markup? {
    guard !outcome.outputs.isEmpty else { return nil }
    let presentation = outcome.presentation
    let views = outcome.outputs.enumerated().map { index, output in
      let context = ViewContext(
        wording: wording, id: "\(id)-\(index + 1)", alternativeText: presentation.alternativeText,
        runs: runs)
      return OutputView(output: output, context: context).markup
    }
    guard let caption = presentation.caption else { return .element("div", .class("result")) { views } }
    // The caption of a table, or of several results, comes first; that of a single figure comes last. A change
    // belongs to the figure above it.
    let isTable = if case .table = numbered?.number { true } else { false }
    let results = outcome.outputs.count { if case .change = $0 { false } else { true } }
    let comesFirst = isTable || results > 1
    return .element("figure", .class("result")) {
      if comesFirst { self.caption(caption) }
      views
      if !comesFirst { self.caption(caption) }
    }
  }

  private func caption(_ caption: [Inline]) -> Markup {
    .element("figcaption") {
      if let number = numbered?.number {
        Markup.element("b") {
          switch number {
          case .figure(let number): wording.figure(number)
          case .table(let number): wording.table(number)
          }
          wording.captionSeparator
        }
      }
      prose.markup(of: caption)
    }
  }

  private var displayName: String { cell.name?.value ?? cell.directive.value }

  private func failure(_ message: String, _ help: String?) -> Markup {
    .element("div", .class("notice failure"), Attribute("role", "note")) {
      Markup.element("p") {
        Markup.element("span", .class("sign"), Attribute("aria-hidden", "true")) {
          Notice.Weight.failure.sign
        }
        " "
        Markup.element("strong") { WordTemplate(wording.cellFailed).markup([displayName]) }
        " "
        wording.markup(ofProgram: message)
      }
      if let help { Markup.element("p", .class("help")) { wording.markup(ofProgram: help) } }
    }
  }

  private func skipped(_ cause: String?) -> Markup {
    .element("div", .class("notice skipped"), Attribute("role", "note")) {
      Markup.element("p") {
        if let cause {
          WordTemplate(wording.cellSkipped).markup { index in
            index == 0
              ? .text(displayName)
              : .element("a", .href(SafeURL(fragment: "cell-\(cause)"))) { cause }
          }
        } else {
          WordTemplate(wording.cellNotEvaluated).markup([displayName, "eval"])
        }
      }
    }
  }

  // MARK: Source

  private var source: Markup {
    .element("details", .class("source")) {
      Markup.element("summary") {
        Markup.element("span", .class("directive")) { cell.directive.value }
        if let name = cell.name?.value {
          separator
          Markup.element("b") { name }
        }
        for part in outcome?.presentation.summary ?? [] {
          separator
          TableCellView(
            cell: part, context: ViewContext(wording: wording, id: id, alternativeText: nil)
          ).markup
        }
      }
      Markup.element("pre", Attribute("tabindex", 0)) {
        Markup.element("code") { SourceListing(cell).markup }
      }
    }
  }

  private var separator: Markup {
    .element("span", .class("separator"), Attribute("aria-hidden", "true")) { " · " }
  }
}
