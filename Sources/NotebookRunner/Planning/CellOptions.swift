import Diagnostics
import NotebookSyntax
import Options

/// The options that every cell takes.
struct CellOptions: Sendable {
  /// The options that a cell does not inherit from the cell it is `from`.
  static let notInherited: Set<String> = ["from", "echo", "output", "caption", "alt", "eval", "allow"]

  /// The names of the options read here; all others belong to the directive.
  static let names = notInherited.union(["params"])

  /// The options of directives that name or style the result of one cell, and are not inherited either.
  static let ofOneCell = ChartOptions.names.union(["label", "save"])

  let parent: CellReference?
  let echo: Bool
  let output: Bool
  let caption: SourceText?
  let alternativeText: SourceText?
  let isComputed: Bool
  /// The warnings that are silenced in the cell.
  let allowed: [Placed<Practice>]

  init(_ options: inout OptionReader) {
    let directives = [Directives.catalogue[options.subject]?.name].compactMap(\.self)
    parent = options.readIfPresent(
      "from", .parent(directives), affects: .inheritance, help: Self.inheritance(by: options.subject))
    _ = options.readIfPresent(
      "params", .parameters, help: "Names with values, for `${name}` in this cell.")
    echo = options.read(
      "echo", .flag, default: true, affects: .presentation, help: "Show the source of the cell.")
    output = options.read(
      "output", .flag, default: true, affects: .presentation, help: "Show what the cell yields.")
    caption = options.readIfPresent(
      "caption", .sourceText, affects: .presentation,
      help: "A line of Markdown for the figure or table; it may contain formulas and inline values.")
    alternativeText = options.readIfPresent(
      "alt", .sourceText, affects: .presentation,
      help: "What a figure shows, for those who cannot see it; by default, it is written from the data.")
    isComputed = options.read(
      "eval", .flag, default: true, help: "Compute the cell; false only shows its source.")
    allowed =
      options.readIfPresent(
        "allow", .list(of: .practice), affects: .presentation,
        help: "Warnings that this cell silences, by name or code.") ?? []
  }
}

extension CellOptions {
  private static func inheritance(by subject: String) -> String {
    let kept = notInherited.subtracting(["from"]).sorted().map { "`\($0)`" }
    let sentences = [
      "A cell above with the same directive, whose options hold here too, except those given here.",
      "`null` removes an option that may be left out.",
      "It does not inherit \(kept.dropLast().joined(separator: ", ")) and \(kept.last ?? ""), nor the options that name or style what one cell shows, such as `label` and `title`.",
      subject == Fit.name
        ? "The page then shows what was changed, both validation curves, and which answers are newly correct or newly wrong."
        : nil,
    ]
    return sentences.compactMap(\.self).joined(separator: " ")
  }
}

extension OptionKind where Value == CellReference {
  /// The form of the name of a parent cell, which is no input and so not among the findings' references.
  fileprivate static func parent(_ directives: [String]) -> OptionKind {
    let reference = OptionKind.reference(to: directives)
    return OptionKind(form: reference.form, placeholder: reference.placeholder) { value, name, findings in
      var apart = OptionFindings()
      let reading = reference.read(value, name, &apart)
      findings.diagnostics += apart.diagnostics
      return reading
    }
  }
}
