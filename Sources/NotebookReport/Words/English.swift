import NotebookSyntax
import Writing

/// The page's words in English.
struct English: Wording {
  let languageTag = "en"
  let writesWithoutSpaces = false
  let locale = "en_US"
  let languageName = "English"

  let contents = "Contents"
  let skipToText = "Skip to the text"
  let source = "Source"
  func figure(_ number: Int) -> String { "Figure \(number)" }
  func table(_ number: Int) -> String { "Table \(number)" }
  func equation(_ number: Int) -> String { "Equation (\(number))" }
  let captionSeparator = ". "
  let notices = "Before you read"
  func linkToSection(_ title: String) -> String { "Link to \(title)" }
  func linkToCell(_ name: String) -> String { "Go to \(name)" }
  let link = "Link"
  func linkToFigure(_ name: String) -> String { "Link to \(name)" }
  func readingTime(minutes: Int) -> String { "\(minutes) min read" }
  // M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019.
  let readingSpeed = 238
  let download = "Download the notebook"
  let showAllSources = "Show all sources"
  let colours = "Colours"
  func showAllRows(_ count: Int) -> String { "Show all \(count) rows" }
  func theme(_ theme: FrontMatter.Theme) -> String {
    switch theme {
    case .auto: "automatic"
    case .light: "light"
    case .dark: "dark"
    }
  }
  func title(of alert: Block.Alert) -> String {
    switch alert {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
  func backToText(_ occurrence: Int) -> String {
    occurrence == 1 ? "Back to the text" : "Back to the text, reference \(occurrence)"
  }
  let otherNotebooks = "Other notebooks"
  let notebooks = "Notebooks"
  let allNotebooks = "All notebooks"
  let waysFromPage = "Notebooks and languages"
  let previous = "Previous"
  let next = "Next"
  let doneTask = "done"
  let openTask = "not done"
  let listSeparator = ", "
  let colon = ": "
  func inBrackets(_ remark: String) -> String { " (\(remark))" }

  let cellFailed = "`{0}` failed."
  let cellSkipped = "`{0}` was skipped because `{1}` has no result."
  let cellNotEvaluated = "`{0}` was not run: its `{1}` is false."

  func leftOut(_ omission: RenderedPage.Omission, limit: String) -> String {
    let reason = "The page would be longer than \(limit)"
    return switch omission {
    case .cell: "\(reason), so the result of `{0}` is left out."
    case .text: "\(reason), so a part of the text is left out here."
    case .rest: "\(reason), so everything from here on is left out."
    case .contents: "\(reason), so the table of contents is left out."
    case .notices: "\(reason), so further notices are left out."
    case .provenance: "\(reason), so its provenance is left out."
    case .notebooks(let count): "\(reason), so \(count) more notebooks are left out."
    }
  }

  let claimHolds = "holds"
  let claimFails = "does not hold"
  func claimsHold(_ count: Int, of total: Int) -> String {
    if count < total { return "\(count) of \(total) claims \(count == 1 ? "holds" : "hold")" }
    return total == 1 ? "The claim holds" : total == 2 ? "Both claims hold" : "All \(total) claims hold"
  }
  func claimsNotChecked(_ count: Int, of total: Int) -> String {
    total == 1 ? "The claim was not checked" : "\(count) of \(total) claims were not checked"
  }
  let leftSide = "left side"
  let rightSide = "right side"

  let numbersAsTable = "Numbers"
  func best(_ axis: String) -> String { "best \(axis)" }
  func bandOfSeeds(_ runs: Int?) -> String { (runs.map { "\($0) seeds" } ?? "seeds") + ", lowest to highest" }
  func spreadOfSeeds(_ runs: Int?) -> String {
    "\(runs.map { "\($0) " } ?? "")seeds ± SD; lighter: range"
  }
  let lowest = "lowest"
  let highest = "highest"
  func drawn(_ count: Int, of total: Int) -> String {
    "Of \(NumberFormat.integer(total)), the \(count) with the largest values are drawn. Numbers has all."
  }
  func best(at place: String, value: String) -> String { "best: \(value), \(place)" }

  let whatChanged = "What the change brought about"

  let confusionTitle = "Confusion matrix"
  let rowShares = "percentages are shares of the row"

  var dividedByZero: String { "0 / 0, counted as 0" }
  let rightMark = "right"
  let wrongMark = "wrong"
  func gridTitle(rows: Int, columns: Int) -> String { "A grid of \(rows) × \(columns) numbers" }

  let provenance = "Provenance"
  let provenanceNote =
    "Equal notebook, data and engine version give equal results, bit for bit. What this page was made from:"
  let notebook = "Notebook"
  let notebookDigest = "SHA-256 of the notebook"
  let engine = "Engine"
  func engineVersion(_ version: String, numerics: Int) -> String {
    "Tunebook \(version), numerics version \(numerics)"
  }
  let seed = "Seed"
  let data = "Data"
  let file = "File"
  let digest = "SHA-256"
  let origin = "Origin"
  let cellDigests = "Results"
  let cell = "Cell"

}
