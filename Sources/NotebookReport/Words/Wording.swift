import NotebookResults
import NotebookSyntax
import Writing

/// The page's own words in one language.
///
/// Words and templates are text. In a template, `{0}` is a placeholder for the author's words, `` `{0}` `` the same in
/// code type, and `{0 en}` a placeholder for an English message of the program.
protocol Wording: Sendable {
  /// The code of the language in HTML and Open Graph.
  var languageTag: String { get }
  var locale: String { get }
  /// The name of the language in that language.
  var languageName: String { get }
  /// A Boolean value that is true if a line break in a paragraph is no space.
  var writesWithoutSpaces: Bool { get }

  /// Returns a noun of the report's vocabulary, or the template of a phrase.
  func template(_ label: Label) -> String

  /// Returns a term in the language of the page.
  func text(_ term: Term) -> String

  // The frame of the page
  var contents: String { get }
  var skipToText: String { get }
  var source: String { get }
  func figure(_ number: Int) -> String
  func table(_ number: Int) -> String
  func equation(_ number: Int) -> String
  var captionSeparator: String { get }
  var notices: String { get }
  func linkToSection(_ title: String) -> String
  func linkToCell(_ name: String) -> String
  /// The link to a figure or table, and what it says to a screen reader, such as "Link to Figure 3".
  var link: String { get }
  func linkToFigure(_ name: String) -> String
  func readingTime(minutes: Int) -> String
  /// The number of words, or of characters where there are no spaces, that a reader reads in a minute.
  var readingSpeed: Int { get }
  var download: String { get }
  var showAllSources: String { get }
  var colours: String { get }
  func showAllRows(_ count: Int) -> String
  func theme(_ theme: FrontMatter.Theme) -> String
  func title(of alert: Block.Alert) -> String
  func backToText(_ occurrence: Int) -> String
  var otherNotebooks: String { get }
  var notebooks: String { get }
  var allNotebooks: String { get }
  var waysFromPage: String { get }
  var previous: String { get }
  var next: String { get }
  var doneTask: String { get }
  var openTask: String { get }
  /// The separator of names in a list.
  var listSeparator: String { get }
  /// The text between a name and its value.
  var colon: String { get }
  /// Returns a remark after a word, with the space before it.
  func inBrackets(_ remark: String) -> String

  // Outcomes of cells
  var cellFailed: String { get }
  var cellSkipped: String { get }
  var cellNotEvaluated: String { get }

  /// - Parameter limit: the size limit, such as 20 MB.
  func leftOut(_ omission: RenderedPage.Omission, limit: String) -> String

  // Claims
  var claimHolds: String { get }
  var claimFails: String { get }
  /// Says how many of the claims of a cell hold.
  func claimsHold(_ count: Int, of total: Int) -> String
  /// Says how many of the claims of a cell were not checked.
  func claimsNotChecked(_ count: Int, of total: Int) -> String
  var leftSide: String { get }
  var rightSide: String { get }

  // Charts
  var numbersAsTable: String { get }
  func best(_ axis: String) -> String
  /// A place along an axis, such as "epoch 3".
  func place(_ axis: String, _ value: String) -> String
  /// What a band spans; `nil` where the bands are of different numbers of runs.
  func bandOfSeeds(_ runs: Int?) -> String
  /// The mean and one standard deviation to each side of it, in the lighter range from the lowest to the highest run;
  /// `nil` where the bands are of different numbers of runs.
  func spreadOfSeeds(_ runs: Int?) -> String
  func describeBands(_ runs: Int?, haveDeviations: Bool) -> String
  var lowest: String { get }
  var highest: String { get }
  func best(at place: String, value: String) -> String
  /// Some of many categories, those with the largest values, which are drawn.
  func drawn(_ count: Int, of total: Int) -> String
  /// A quantity as measured on validation data.
  func onValidation(_ quantity: String) -> String
  func onTest(_ quantity: String) -> String
  func onLogarithmicAxis(_ quantity: String) -> String
  func chartTitle(quantity: String, along axis: String, runs: Int) -> String
  func describe(_ reading: LineChartReading) -> String
  /// An author's note at a place along an axis, as a sentence.
  func annotation(at place: String, _ text: String) -> String
  /// Says that values below or above the vertical axis, or both, are cut off.
  func cutOff(below lowest: String?, above highest: String?) -> String

  func describe(_ reading: LayerChartReading) -> String
  func describe(_ reading: DotPlotReading) -> String

  // Changes
  var whatChanged: String { get }
  /// - Parameter role: whether the samples are validation or test data.
  func describe(_ answers: ChangeCard.Answers, _ role: LineChart.Role) -> String

  // Confusion matrices
  var confusionTitle: String { get }
  var rowShares: String { get }
  func describe(_ reading: ConfusionReading) -> String

  // Binary decisions
  func outcomesTitle(_ outcomes: BinaryOutcomes) -> String
  func describe(_ outcomes: BinaryOutcomes) -> String
  var dividedByZero: String { get }

  // Images and numbers
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

extension Wording {
  func name(of number: NumberedCells.Number) -> String {
    switch number {
    case .figure(let number): figure(number)
    case .table(let number): table(number)
    }
  }
}

extension FrontMatter.Language {
  var wording: any Wording {
    switch self {
    case .en: English()
    case .ja: Japanese()
    }
  }
}
