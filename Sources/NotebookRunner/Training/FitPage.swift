import NotebookResults
import Options

/// The options that say what the page shows of a fit. They change neither its training nor its results.
struct FitPage: Sendable {
  enum Part: String, CaseIterable, Sendable {
    /// The quantities that were recorded in each epoch.
    case curves
    /// The settings and results that differ from the fit it is `from`.
    case change
    /// The measurements of each layer, for which `measure` asks.
    case layers
  }

  private let parts: [Part]?
  /// The largest number of images of each kind, newly correct and newly wrong, that a change shows.
  let examples: Int

  init(_ options: inout OptionReader) {
    parts = options.readIfPresent(
      "what", .distinctList(of: .choice(of: Part.self)), affects: .presentation,
      help:
        "Which parts the page shows: the curves, the change from the fit it is `from`, and the layers that "
        + "`measure` asks for; by default, all that there are.")
    examples = options.read(
      "examples", .integer(.within(0...20)), default: 5, affects: .presentation,
      help: "How many images of each kind, newly correct and newly wrong, a change shows.")
  }

  func shows(_ part: Part) -> Bool { parts?.contains(part) ?? true }

  /// Returns false after reporting layers that are asked for but not measured.
  func check(measuresLayers: Bool, _ context: inout PlanContext) -> Bool {
    guard parts?.contains(.layers) == true, !measuresLayers else { return true }
    let form = OptionKind.choice(of: Fit.Measured.self).form
    context.report(
      OptionProblem.missing("measure", of: "a fit that shows its layers", form: form), at: "what")
    return false
  }
}
