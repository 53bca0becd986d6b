import NotebookResults
import NotebookSyntax

/// The view of a cell: its result with the caption, then what a reader can open.
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
      CellToolsView(
        cell: cell, numbered: numbered, wording: wording, numbers: numbers,
        showsSource: showsSource && outcome?.presentation.echo ?? true
      ).markup
    }
  }

  // MARK: Result

  private func figure(_ outcome: CellOutcome) -> Markup? {
    guard !outcome.outputs.isEmpty else { return nil }
    guard let caption = outcome.presentation.caption else {
      return .element("div", .class("result")) { content(outcome.presentation.chartStyle) }
    }
    return .element("figure", .class("result")) {
      Markup.element("div", .class("outputs")) { content(outcome.presentation.chartStyle) }
      self.caption(caption)
    }
  }

  /// The title and the outputs; charts or galleries that follow each other stand in rows if the author asks for columns.
  @MarkupBuilder private func content(_ style: ChartStyle) -> Markup {
    if let title = style.title { Markup.element("p", .class("output-title")) { title } }
    for row in rows(style) {
      if row.count > 1 {
        Markup.element("div", row[0].context.multiples) {
          row.map { OutputView(output: $0.output, context: $0.context.beside).markup }
        }
      } else {
        row.map(\.markup)
      }
    }
  }

  private func rows(_ style: ChartStyle) -> [[OutputView]] {
    views.reduce(into: []) { rows, view in
      let joins = (style.columns ?? 1) > 1 && view.output.canStandBeside
      if joins, let last = rows.last?.last, last.output.canStandBeside {
        rows[rows.count - 1].append(view)
      } else {
        rows.append([view])
      }
    }
  }

  private var views: [OutputView] {
    guard let outcome else { return [] }
    let parts = numbered?.parts ?? [:]
    return outcome.outputs.enumerated().map { index, output in
      OutputView(
        output: output,
        context: ViewContext(
          wording: wording, id: "\(id)-\(index + 1)",
          alternativeText: outcome.presentation.alternativeText, runs: runs,
          style: outcome.presentation.chartStyle, part: parts[index]))
    }
  }

  /// The numbers behind the charts that are shown.
  private var numbers: [Markup] {
    guard omission == nil, let outcome, case .ok = outcome.status, outcome.presentation.output else {
      return []
    }
    return views.compactMap { OutputView(output: $0.output, context: $0.context.whole).numbers }
  }

  private func caption(_ caption: [Inline]) -> Markup {
    .element("figcaption") {
      if let number = numbered?.number {
        Markup.element("b") { wording.name(of: number) + wording.captionSeparator }
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
}
