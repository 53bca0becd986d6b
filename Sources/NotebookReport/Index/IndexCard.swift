import NotebookResults
import NotebookSyntax
import Writing

/// What an index says of a notebook that has run.
package struct IndexCard: Sendable {
  /// A number that stands for the whole notebook.
  struct Headline: Sendable, Equatable {
    let label: Words
    let text: String
  }

  let page: String
  let language: FrontMatter.Language
  let translations: [PageNavigation.Translation]
  let title: String
  let description: String?
  let headline: Headline?
  let chart: LineChart?
  /// What a reader should know before trusting the number.
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
    headline = Headline(shown)
    chart = Self.chart(in: shown)
    notices = outcome.notices.filter { $0.weight != .information }
  }

  /// The last chart of curves that a cell was written for, or else that of the last fit.
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

extension IndexCard.Headline {
  /// The accuracy, or else the loss, of the last evaluation, or else of the last epoch of the last fit.
  fileprivate init?(_ cells: [CellOutcome]) {
    let (accuracy, loss) = (Words.label(.accuracy), Words.label(.loss))
    let measures: [(directive: String, names: [(String, Words, isShare: Bool)])] = [
      ("evaluate", [("accuracy", accuracy, true), ("loss", loss, false)]),
      (
        "fit",
        [
          ("val_accuracy", .onValidation(accuracy), true), ("accuracy", accuracy, true),
          ("val_loss", .onValidation(loss), false), ("loss", loss, false),
        ]
      ),
    ]
    for (directive, names) in measures {
      guard let value = cells.last(where: { $0.directive == directive })?.value else { continue }
      for (name, label, isShare) in names {
        guard let number = value[name]?.lastNumber else { continue }
        self.label = label
        text = isShare ? NumberFormat.percent(number, digits: 1) : NumberFormat.magnitude(number)
        return
      }
    }
    return nil
  }
}

extension CellOutcome {
  fileprivate var isShown: Bool {
    if case .ok = status { presentation.output } else { false }
  }
}

extension Value {
  fileprivate var lastNumber: Double? {
    switch self {
    case .number(let number): number
    case .series(let numbers, _): numbers.last
    default: nil
    }
  }
}
