import NotebookResults
import NotebookSyntax
import Writing

/// Everything the page says on its own, in one language. A new sentence does not compile until every language
/// has it.
///
/// Words and templates are text; in a template, `{0}` is a place for the author's words, `` `{0}` `` one in code
/// type, and `{0 en}` one for what the program says in English.
protocol Wording: Sendable {
  /// The language as HTML and Open Graph name it.
  var languageTag: String { get }
  var locale: String { get }
  /// What the language calls itself.
  var languageName: String { get }
  /// Whether a line break in a paragraph's source stands for nothing rather than for a space.
  var writesWithoutSpaces: Bool { get }

  /// The report's own vocabulary: a noun, or a template for the phrases.
  func template(_ label: Label) -> String

  /// A term in the language of the page.
  func text(_ term: Term) -> String

  // The frame of the page
  var contents: String { get }
  var skipToText: String { get }
  var source: String { get }
  func figure(_ number: Int) -> String
  func table(_ number: Int) -> String
  var captionSeparator: String { get }
  var notices: String { get }
  func linkToSection(_ title: String) -> String
  func linkToCell(_ name: String) -> String
  func backToText(_ occurrence: Int) -> String
  var otherNotebooks: String { get }
  var notebooks: String { get }
  var allNotebooks: String { get }
  var waysFromPage: String { get }
  var previous: String { get }
  var next: String { get }
  var doneTask: String { get }
  var openTask: String { get }
  /// Between the parts of a list of names.
  var listSeparator: String { get }

  // What became of cells
  var cellFailed: String { get }
  var cellSkipped: String { get }
  var cellNotEvaluated: String { get }

  /// - Parameter limit: such as 20 MB.
  func leftOut(_ omission: RenderedPage.Omission, limit: String) -> String

  // Claims
  var claimHolds: String { get }
  var claimFails: String { get }
  var leftSide: String { get }
  var rightSide: String { get }

  // Charts
  var numbersAsTable: String { get }
  func best(_ axis: String) -> String
  /// A place along an axis, such as "epoch 3".
  func place(_ axis: String, _ value: String) -> String
  /// What a band spans; `nil` where the bands are of different numbers of runs.
  func bandOfSeeds(_ runs: Int?) -> String
  func describeBands(_ runs: Int?) -> String
  var lowest: String { get }
  var highest: String { get }
  /// A mean, with the lowest and the highest of what it is of.
  func mean(_ mean: String, from lowest: String, to highest: String) -> String
  func best(at place: String, value: String) -> String
  func point(series: String, at place: String, value: String) -> String
  /// A quantity as measured on validation data.
  func onValidation(_ quantity: String) -> String
  func onLogarithmicAxis(_ quantity: String) -> String
  func chartTitle(quantity: String, along axis: String, runs: Int) -> String
  func describe(_ reading: LineChartReading) -> String

  func describe(_ reading: LayerChartReading) -> String
  func describe(_ reading: BarChartReading) -> String

  // Changes
  var whatChanged: String { get }
  func describe(_ reading: ChangeReading) -> String
  func describe(_ answers: ChangeCard.Answers) -> String

  // Confusion matrices
  var confusionTitle: String { get }
  var rowShares: String { get }
  func describe(_ reading: ConfusionReading) -> String

  // Binary decisions
  func outcomesTitle(_ outcomes: BinaryOutcomes) -> String
  func describe(_ outcomes: BinaryOutcomes) -> String
  var dividedByZero: String { get }

  // Images and numbers
  func imageCount(_ count: Int) -> String
  var rightMark: String { get }
  var wrongMark: String { get }
  func gridTitle(rows: Int, columns: Int) -> String

  // Provenance
  var provenance: String { get }
  var provenanceNote: String { get }
  var notebook: String { get }
  var notebookDigest: String { get }
  var engine: String { get }
  func engineVersion(_ version: String, numerics: Int) -> String
  var seed: String { get }
  var data: String { get }
  var file: String { get }
  var digest: String { get }
  var origin: String { get }
  var cellDigests: String { get }
  var cell: String { get }
}

extension FrontMatter.Language {
  var wording: any Wording {
    switch self {
    case .en: English()
    case .ja: Japanese()
    }
  }
}
