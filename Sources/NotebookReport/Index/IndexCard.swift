import NotebookResults
import NotebookSyntax

/// The entry of a notebook on an index page, taken from its run.
package struct IndexCard: Sendable {
  package let page: String
  let language: FrontMatter.Language
  let translations: [PageNavigation.Translation]
  let title: String
  let description: String?
  /// The number that stands for the whole notebook: that of its last evaluation, or else of its last fit.
  let headline: Headline?
  let chart: LineChart?
  /// The notices that a reader should see before trusting the number.
  let notices: [Notice]

  /// - Parameters:
  ///   - page: the file name of the notebook's page.
  ///   - translations: the same notebook in other languages.
  package init(
    document: Document, outcome: NotebookOutcome, page: String,
    translations: [PageNavigation.Translation]
  ) {
    self.page = page
    self.translations = translations
    language = document.frontMatter.language
    title = PageTitle.title(of: document, outcome)
    description = document.frontMatter.description
    let shown = outcome.cells.filter(\.isShown)
    headline =
      ["evaluate", "fit"].lazy.compactMap { directive in
        shown.last { $0.directive == directive }?.headline
      }.first
    chart = Self.chart(in: shown)
    notices = outcome.notices.filter { $0.weight != .information }
  }

  /// The last chart of a `plot` cell, or else that of the last fit.
  private static func chart(in cells: [CellOutcome]) -> LineChart? {
    let charts = cells.flatMap(\.outputs).compactMap { output in
      if case .chart(let chart) = output { chart } else { nil }
    }
    let curves = cells.flatMap(\.outputs).compactMap { output in
      if case .curves(let curves) = output { curves.charts.last } else { nil }
    }
    return charts.last ?? curves.last
  }
}

extension CellOutcome {
  fileprivate var isShown: Bool {
    if case .ok = status { presentation.output } else { false }
  }
}
