import Datasets
import Diagnostics
import Engine
import NotebookResults
import NotebookSyntax
import Options
import Writing

/// The part of the notebook that a directive sees while it is checked.
package struct PlanContext {
  package let seed: Int
  package let locations: DatasetLocations
  /// The number of threads that one computation may use.
  let threads: Int
  /// The cell's own `params`, for comparisons.
  package let parameters: [Parameter]
  var scope: PlanScope
  /// The notebook's parameters.
  let notebookParameters: [Parameter]
  /// The cells before planning.
  private let drafts: PlanDrafts
  private let store: ResultStore
  /// The offset at which the cell begins.
  let start: Int
  /// The cell's name, for messages.
  let displayName: String
  private var options: OptionReader
  private(set) var findings = OptionFindings()
  /// The paths that its expressions read.
  private(set) var paths: [Expression.Path] = []

  init(
    seed: Int, locations: DatasetLocations, threads: Int, parameters: [Parameter],
    notebookParameters: [Parameter], scope: PlanScope, drafts: PlanDrafts,
    store: ResultStore, start: Int, displayName: String, options: OptionReader
  ) {
    self.notebookParameters = notebookParameters
    self.drafts = drafts
    self.seed = seed
    self.locations = locations
    self.threads = threads
    self.parameters = parameters
    self.scope = scope
    self.store = store
    self.start = start
    self.displayName = displayName
    self.options = options
  }

  /// Reports a problem at an option, or at the cell if the option was left out.
  ///
  /// - Parameter cause: the root of the problem, if the problem itself does not name it.
  package mutating func report(
    _ problem: some Problem, at option: String, cause: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    report(problem, at: place(of: option), cause: cause, notes: notes)
  }

  /// Returns the place of an option, or of the cell's directive if the option was left out.
  package func place(of option: String) -> SourceRange { options.place(of: option) }

  /// True if a later run finds the results of this one.
  var storesResults: Bool { store.isLasting }

  /// Reports a problem that was found in a part of the cell.
  mutating func add(_ diagnostic: Diagnostic) { findings.diagnostics.append(diagnostic) }

  /// Returns the first cell with a name before planning; `nil` if there is none or its options could not be read.
  func draft(named name: String) -> CellDraft? { drafts[name] }

  /// Returns the context of a cell with other options, without findings.
  func reading(_ options: OptionReader) -> PlanContext {
    var context = self
    context.options = options
    context.findings = OptionFindings()
    context.paths = []
    return context
  }

  /// Returns true if a warning is silenced in the cell.
  func allows(_ practice: Practice) -> Bool {
    guard let allowed = options.resolved.first(where: { $0.name == "allow" })?.value else { return false }
    let names = if case .list(let names) = allowed.content { names } else { [allowed] }
    return names.contains(OptionValue(.text(practice.rawValue)))
  }

  /// Returns true if the cell itself gives an option and does not inherit it.
  package func gives(_ option: String) -> Bool { options.gives(option) }

  package mutating func report(
    _ problem: some Problem, at range: SourceRange, cause: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    var diagnostic = Diagnostic(problem, at: range, notes: notes)
    if let cause { diagnostic.cause = cause }
    findings.diagnostics.append(diagnostic)
  }

  /// Returns the description of a data set that an option chose.
  func description(
    of dataset: any Dataset, chosenBy option: String
  ) throws(DatasetFailure) -> DatasetDescription {
    locations.reads(dataset.files(in: locations))
    let spelling = options.resolved.first { $0.name == option }.map { JSON(canonical: $0.value).text } ?? ""
    return try store.description(of: dataset, spelled: spelling, in: locations, for: displayName)
  }

  package func signature(of reference: CellReference) -> CellSignature? {
    scope.signature(of: reference.name).value
  }

  package func data(_ reference: CellReference) -> DatasetDescription? {
    if case .data(let description)? = signature(of: reference)?.kind { description } else { nil }
  }

  package func model(_ reference: CellReference) -> ModelSignature? {
    if case .model(let model)? = signature(of: reference)?.kind { model } else { nil }
  }

  package func fit(_ reference: CellReference) -> FitSignature? {
    switch signature(of: reference)?.kind {
    case .fit(let fit): fit
    case .sweep(let sweep): sweep.check.largest.signature
    default: nil
    }
  }

  /// Returns the settings of a fit or, of a sweep, those of one of its trials.
  func settings(of reference: CellReference) -> FitSettings? {
    if case .sweep(let sweep)? = signature(of: reference)?.kind { return FitSettings(sweep.check.largest) }
    return scope.settings[reference.name]
  }

  /// Returns the signature of a fit; `nil` if the fit has errors itself.
  func fit(named name: String) -> FitSignature? {
    if case .fit(let fit)? = scope.signature(of: name).value?.kind { fit } else { nil }
  }

  /// Adds a cell as an input that no option names.
  mutating func waits(for name: String) {
    findings.references.append(
      CellReference(name: name, directives: [], place: OptionValue(.text(name), at: .nowhere)))
  }

  /// Returns true if a fit above writes to a file.
  package func isWritten(_ file: String) -> Bool {
    scope.savedWeights.writer(of: file, above: start) != nil
  }

  /// The data of the nearest load cell above.
  package var nearestData: Lookup<DatasetDescription> { scope.nearestData }

  /// Reads an expression over the cells above, and adds these cells as inputs.
  package mutating func expression(_ text: SourceText) -> CheckedExpression? {
    do {
      let checked = try scope.check(text)
      paths += checked.expression.paths
      for path in checked.expression.paths {
        findings.references.append(
          CellReference(
            name: path.root, directives: [], place: OptionValue(.text(path.root), at: path.rootRange)))
      }
      return checked
    } catch {
      findings.diagnostics.append(error.diagnostic)
      return nil
    }
  }
}

/// The cells that an expression or a directive may use, with their signatures and types.
struct PlanScope {
  /// The cells by name.
  private var signatures: [String: Lookup<CellSignature>] = [:]
  /// The types of names in expressions.
  private var types: [String: Lookup<ValueType>]
  /// True while cells are planned, which see only the cells above them; prose sees all cells.
  var isInCell = true
  /// The names of the cells in notebook order.
  private(set) var names: [String] = []
  /// The same names by directive.
  private var namesByDirective: [String: [String]] = [:]
  /// The names of cells further down.
  private(set) var namesBelow: Set<String>
  var nearestData: Lookup<DatasetDescription> = .absent
  /// The settings of the fits above, by name.
  private(set) var settings: [String: FitSettings] = [:]
  /// The files of weights that fits save, here and further down.
  var savedWeights = SavedWeights()
  let brokenCells: BrokenCells

  init(_ document: Document, parameters: [Parameter]) {
    let fields = parameters.map { ValueType.Field($0.name, NotebookParameters.type(of: $0.value)) }
    // Where the parameters could not be read, nothing is known of them.
    types = [
      NotebookParameters.root: document.frontMatter.areParametersKnown ? .known(.record(fields)) : .broken
    ]
    namesBelow = Set(document.cells.compactMap { $0.name?.value })
    brokenCells = BrokenCells(document)
    if brokenCells.mayInclude(aCellOf: Load.name) { nearestData = .broken }
  }

  /// Adds a cell above everything that is planned from now on.
  ///
  /// - Parameter settings: the settings of a fit.
  mutating func add(
    _ name: String, of directive: String, _ signature: CellSignature?, settings: [Setting] = []
  ) {
    signatures[name] = Lookup(signature)
    if case .fit(let fit)? = signature?.kind { self.settings[name] = FitSettings(fit, options: settings) }
    if name != NotebookParameters.root { types[name] = Lookup(signature?.type) }
    if CellNames.isUsable(name) {
      names.append(name)
      namesByDirective[directive, default: []].append(name)
    }
    namesBelow.remove(name)
  }

  /// Gives a cell another signature, for what is planned with this copy.
  mutating func replace(_ name: String, _ signature: CellSignature) { signatures[name] = .known(signature) }

  func signature(of name: String) -> Lookup<CellSignature> { signatures[name] ?? .absent }

  /// The names of cells of some directives.
  func names(of directives: [String]) -> [String] {
    if directives.count == 1 { return namesByDirective[directives[0]] ?? [] }
    let all = Set(directives.flatMap { namesByDirective[$0] ?? [] })
    return names.filter(all.contains)
  }

  /// - Parameter own: the cell whose caption it stands in, which may use its own results.
  func check(
    _ text: SourceText, besides own: (name: String, type: ValueType?)? = nil
  ) throws(PlacedProblem) -> CheckedExpression {
    let expression = try ExpressionParser.parse(text)
    let checker = ExpressionChecker(
      types: types, own: own, names: names, namesBelow: namesBelow, brokenCells: brokenCells,
      isInCell: isInCell, whole: text.range)
    return CheckedExpression(
      source: text.text, expression: expression, type: try checker.type(of: expression))
  }
}

/// An expression without errors, with its type.
package struct CheckedExpression: Sendable {
  package let source: String
  package let expression: Expression
  /// The type; `nil` if a cell that it reads has errors itself.
  package let type: ValueType?
}
