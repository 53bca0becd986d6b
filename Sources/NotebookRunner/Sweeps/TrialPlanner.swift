import Datasets
import Diagnostics
import Engine
import NotebookSyntax
import Options
import Synchronization

/// A fit that differs from a fit of the notebook in some settings, planned as if it were written out.
struct TrialPlan: Sendable {
  /// The options of its model, if they differ from the notebook's model.
  let model: (resolved: [ResolvedOption], signature: CellSignature, directive: any Directive)?
  let modelName: String
  private(set) var signature: FitSignature
  private(set) var resolved: [ResolvedOption]
  /// The memory that its training takes.
  let memory: MemoryNeed

  var fit: Fit { signature.directive }

  /// Returns the trial with another optimizer.
  ///
  /// - Parameter option: the option that was read.
  func with(_ optimizer: any Optimizer, _ option: ResolvedOption) -> TrialPlan {
    var trial = self
    trial.signature.directive.optimizer = optimizer
    trial.resolved = resolved.map { $0.name == option.name ? option : $0 }
    return trial
  }

  /// Returns everything that the result depends on.
  ///
  /// - Parameter keys: the keys of the cells above, by name.
  func draft(_ keys: [String: CellKey], seed: Int, _ locations: DatasetLocations) -> KeyDraft {
    var keys = keys
    if let model {
      keys[modelName] =
        draft(of: model.directive, model.resolved, model.signature, keys, seed: seed, locations).key
    }
    return draft(of: fit, resolved, CellSignature(.fit(signature), .nothing), keys, seed: seed, locations)
  }

  private func draft(
    of directive: any Directive, _ resolved: [ResolvedOption], _ signature: CellSignature,
    _ keys: [String: CellKey], seed: Int, _ locations: DatasetLocations
  ) -> KeyDraft {
    var draft = KeyDraft(of: directive, resolved, keys: keys)
    directive.refine(
      &draft, KeyFacts(signature: signature, seed: seed, locations: locations, keys: keys))
    return draft
  }
}

/// A trial after planning: with its plan, unless something is wrong with it.
struct PlannedTrial: Sendable {
  let plan: TrialPlan?
  let diagnostics: [Diagnostic]
  /// The cells that it uses.
  let references: [CellReference]

  /// The first thing that is wrong, in a sentence.
  var reason: String {
    diagnostics.first { $0.severity == .error }?.message ?? "the settings do not fit each other"
  }
}

/// Plans the trials of a sweep: fits that differ from the fit that it is about in the swept settings.
struct TrialPlanner: Sendable {
  private let context: PlanContext
  private let fit: CellDraft
  private let model: CellDraft
  private let modelName: String
  private let parameters: [Parameter]
  private let targets: [SweptTarget]
  /// Options of the sweep that replace those of the fit.
  private var overrides: [OptionValue.Entry]
  /// The options of the fit itself.
  private let base: OptionReader
  /// True if the parameters change what the fit's own options say.
  private let changesText: Bool
  private let trials = PlannedTrials()

  /// - Parameters:
  ///   - context: the context of the sweep.
  ///   - fit: the fit that the sweep is about.
  ///   - model: its model.
  init(
    _ context: PlanContext, fit: CellDraft, model: CellDraft, named modelName: String, base: OptionReader,
    targets: [SweptTarget], overrides: [OptionValue.Entry]
  ) {
    self.context = context
    self.fit = fit
    self.model = model
    self.modelName = modelName
    self.base = base
    self.targets = targets
    self.overrides = overrides
    parameters = context.notebookParameters
    changesText = targets.contains { if case .option = $0 { false } else { true } }
  }

  /// Returns a planner of trials that are trained until an epoch.
  func with(epochs: Int) -> TrialPlanner {
    var planner = self
    planner.overrides.append(.init("epochs", OptionValue(.integer(epochs))))
    return planner
  }

  /// Returns the trial with one value for each target, or what is wrong with it.
  ///
  /// The optimizer decides which settings go together, but its numbers do not. Trials that differ in these alone are
  /// planned once, and of the others only the optimizer is read.
  func plan(_ values: [OptionValue]) -> PlannedTrial {
    let settings = Array(zip(targets, values))
    let kind = settings.map { OptimizerNumber($0, $1)?.kind ?? $1 } + overrides.map(\.value)
    if let known = trials[kind] { return known.with(settings.compactMap { OptimizerNumber($0, $1) }) }
    let planned = planAnew(values)
    trials.keep(planned, as: kind)
    return planned
  }

  private func planAnew(_ values: [OptionValue]) -> PlannedTrial {
    var findings = OptionFindings()
    let plan = plan(values, &findings)
    return PlannedTrial(plan: plan, diagnostics: findings.diagnostics, references: findings.references)
  }

  private func plan(_ values: [OptionValue], _ findings: inout OptionFindings) -> TrialPlan? {
    var parameters = parameters
    var fitSource = fit.source
    var modelSource = model.source
    var options: [(path: [String], value: OptionValue)] = []
    for (target, value) in zip(targets, values) {
      switch target {
      case .parameterOfFit(let name): fitSource = fitSource.settingParameter(name, to: value)
      case .parameterOfModel(let name): modelSource = modelSource.settingParameter(name, to: value)
      case .parameterOfNotebook(let name):
        parameters = parameters.map { $0.name == name ? $0.with(value) : $0 }
      case .option(let path): options.append((path, value))
      }
    }
    var context = context
    var plannedModel: (resolved: [ResolvedOption], signature: CellSignature, directive: any Directive)?
    if changesText {
      guard
        let planned = plan(
          modelSource, DefineModel.name, parameters, &context, &findings, make: { DefineModel(&$0) })
      else { return nil }
      plannedModel = (planned.reader.resolved, planned.signature, planned.directive)
      context.scope.replace(modelName, planned.signature)
    }
    let filled = CellDraft.filled(fitSource, parameters)
    lazy var known = changesText ? Self.read(filled) : base
    var body = filled
    for (path, value) in options { body = body.setting(path[...], to: value, known) }
    for option in overrides { body = body.setting([option.key][...], to: option.value, known) }
    guard
      let planned = plan(
        body, Fit.name, parameters, &context, &findings, isFilled: true, make: { Fit(&$0) }),
      case .fit(let signature) = planned.signature.kind
    else { return nil }
    let memory = planned.directive.memory(planned.context, planned.signature)
    findings.references = planned.references
    return TrialPlan(
      model: plannedModel, modelName: modelName, signature: signature, resolved: planned.reader.resolved,
      memory: memory)
  }

  private static func read(_ body: OptionValue) -> OptionReader {
    var reader = OptionReader(body, of: Fit.name)
    _ = Fit(&reader)
    _ = CellOptions(&reader)
    return reader
  }

  private func plan<Kind: Directive>(
    _ source: OptionValue, _ name: String, _ parameters: [Parameter], _ context: inout PlanContext,
    _ findings: inout OptionFindings, isFilled: Bool = false, make: (inout OptionReader) -> Kind
  ) -> (
    reader: OptionReader, signature: CellSignature, directive: Kind, context: PlanContext,
    references: [CellReference]
  )? {
    var reader = OptionReader(isFilled ? source : CellDraft.filled(source, parameters), of: name)
    let directive = make(&reader)
    _ = CellOptions(&reader)
    reader.finish()
    findings.diagnostics += reader.findings.diagnostics
    guard !reader.findings.diagnostics.hasErrors else { return nil }
    for reference in reader.findings.references where context.scope.signature(of: reference.name).value == nil
    {
      let known = context.scope.names(of: reference.directives)
      findings.add(
        PlanProblem.noSuchCell(reference.name, directives: reference.directives, known: known),
        at: reference.place.range)
      return nil
    }
    var inner = context.reading(reader)
    let signature = directive.plan(&inner)
    findings.diagnostics += inner.findings.diagnostics
    guard let signature, !inner.findings.diagnostics.hasErrors else { return nil }
    return (reader, signature, directive, inner, reader.findings.references + inner.findings.references)
  }
}

/// A number within the optimizer that a trial sets.
private struct OptimizerNumber {
  /// The path from the optimizer's name on, such as `sgd`, `momentum`.
  let path: ArraySlice<String>
  let value: OptionValue

  /// - Returns: `nil` for any other setting.
  init?(_ target: SweptTarget, _ value: OptionValue) {
    guard case .option(let path) = target, path.first == Fit.optimizerOption, path.count > 1,
      value.number != nil
    else { return nil }
    self.path = path.dropFirst()
    self.value = value
  }

  /// A stand-in that is the same for all numbers that planning treats alike. Only 0 is another, because it may switch off
  /// a part such as the momentum.
  var kind: OptionValue { OptionValue(.number(value.number == 0 ? 0 : 1)) }
}

extension PlannedTrial {
  /// Returns the trial with other numbers in its optimizer, or what is wrong with these.
  fileprivate func with(_ numbers: [OptimizerNumber]) -> PlannedTrial {
    guard let plan, !numbers.isEmpty, let old = plan.resolved.first(where: { $0.name == Fit.optimizerOption })
    else { return self }
    let written = numbers.reduce(old.value) { $0.setting($1.path, to: $1.value) }
    var reader = OptionReader(OptionValue(.mapping([.init(old.name, written)])), of: Fit.name)
    let optimizer = Fit.optimizer(&reader)
    let isSound = !reader.findings.diagnostics.hasErrors
    return PlannedTrial(
      plan: isSound ? reader.resolved.first.map { plan.with(optimizer, $0) } : nil,
      diagnostics: diagnostics + reader.findings.diagnostics, references: references)
  }
}

/// Trials that were planned without mistakes, each by what planning asks of its settings.
private final class PlannedTrials: Sendable {
  /// The largest number of trials that are kept. Any other is planned each time.
  private static let most = 1000
  private let trials = Mutex<[[OptionValue]: PlannedTrial]>([:])

  subscript(kind: [OptionValue]) -> PlannedTrial? { trials.withLock { $0[kind] } }

  func keep(_ trial: PlannedTrial, as kind: [OptionValue]) {
    guard trial.plan != nil else { return }
    trials.withLock { if $0.count < Self.most { $0[kind] = trial } }
  }
}

extension OptionValue {
  /// Returns options in which one of the cell's own `params` has another value.
  fileprivate func settingParameter(_ name: String, to value: OptionValue) -> OptionValue {
    replacing("params") { parameters in parameters.replacing(name) { _ in value } }
  }

  /// Returns options in which the one at a path has another value. The others in its mapping keep the values that
  /// they are known to have.
  fileprivate func setting(
    _ path: ArraySlice<String>, to value: OptionValue, _ known: @autoclosure () -> OptionReader
  ) -> OptionValue {
    guard let name = path.first else { return value }
    if path.count == 1 { return replacing(name) { _ in value } }
    let whole =
      self[name].flatMap { $0.isWritten(along: path.dropFirst()) ? $0 : nil }
      ?? known().resolved.first { $0.name == name }?.value ?? OptionValue(.mapping([]), at: value.range)
    return replacing(name) { _ in whole.setting(path.dropFirst(), to: value) }
  }

  private func isWritten(along path: ArraySlice<String>) -> Bool {
    guard case .mapping = content else { return false }
    guard let name = path.first, path.count > 1 else { return true }
    return self[name].map { $0.isWritten(along: path.dropFirst()) } ?? false
  }

  fileprivate func setting(_ path: ArraySlice<String>, to value: OptionValue) -> OptionValue {
    guard let name = path.first else { return value }
    let inner = self[name] ?? OptionValue(.mapping([]), at: value.range)
    return replacing(name) { _ in inner.setting(path.dropFirst(), to: value) }
  }

  private func replacing(_ name: String, _ change: (OptionValue) -> OptionValue) -> OptionValue {
    let old = self[name]
    let new = change(old ?? OptionValue(.mapping([]), at: range))
    if old == nil { return OptionValue(.mapping(entries + [Entry(name, at: new.range, new)]), at: range) }
    return OptionValue(
      .mapping(
        entries.map { entry in
          if entry.key != name { return entry }
          return Entry(name, at: entry.keyRange == .nowhere ? new.range : entry.keyRange, new)
        }), at: range)
  }
}

extension Parameter {
  /// Returns the parameter with another value.
  fileprivate func with(_ value: OptionValue) -> Parameter {
    Parameter(name: name, nameRange: nameRange, value: value, setter: setter)
  }
}
