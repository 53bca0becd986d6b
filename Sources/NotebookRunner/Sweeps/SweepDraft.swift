import Diagnostics
import NotebookResults
import Options

/// A fit and its model before planning, for a sweep to vary.
struct SweepDraft {
  private let signature: FitSignature
  private let name: String
  private let fit: CellDraft
  private let model: CellDraft
  private let reader: OptionReader

  /// - Returns: `nil` if the fit or its model has errors, which have been reported.
  init?(_ signature: FitSignature, named name: String, _ context: PlanContext) {
    guard let fit = context.draft(named: name), let body = fit.body,
      let model = context.draft(named: signature.modelCell)
    else { return nil }
    self.signature = signature
    self.name = name
    self.fit = fit
    self.model = model
    var reader = OptionReader(body, of: Fit.name)
    _ = Fit(&reader)
    self.reader = reader
  }

  func planner(_ targets: [SweptTarget], seeds: Seeds?, _ context: PlanContext) -> TrialPlanner {
    TrialPlanner(
      context, fit: fit, model: model, named: signature.modelCell, base: reader, targets: targets,
      overrides: seeds.map { [.init("seeds", $0.written)] } ?? [])
  }

  /// Returns what each parameter sets; `nil` after reporting one that sets nothing, or several things.
  func targets(of parameters: [SweptParameter], _ context: inout PlanContext) -> [SweptTarget]? {
    let paths = SweptTarget.paths(of: reader)
    let targets = parameters.compactMap { parameter -> SweptTarget? in
      let name = parameter.name.value
      if fit.parameters.contains(where: { $0.name == name }) { return .parameterOfFit(name) }
      if model.parameters.contains(where: { $0.name == name }) { return .parameterOfModel(name) }
      if context.notebookParameters.contains(where: { $0.name == name }) { return .parameterOfNotebook(name) }
      let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if paths.contains(path) { return .option(path) }
      let named = paths.filter { path.count == 1 && $0.last == name }
      if named.count == 1 { return .option(named[0]) }
      let spelled = (named.isEmpty ? paths : named).map { $0.joined(separator: ".") }
      context.report(
        named.isEmpty
          ? SweepProblem.noSuchSetting(
            name, of: self.name,
            known: (fit.parameters + model.parameters + context.notebookParameters).map(\.name)
              + paths.compactMap(\.last) + spelled)
          : .ambiguousSetting(name, spelled),
        at: parameter.name.range)
      return nil
    }
    return targets.count == parameters.count ? targets : nil
  }

  /// Returns the quantity by which trials are ranked, and whether its best epoch counts.
  func metric(
    _ written: String?, _ context: inout PlanContext
  ) -> (recorded: RecordedQuantity, countsBestEpoch: Bool)? {
    guard let written else {
      let validated = signature.recorded.filter(\.role.isHeldOut)
      if let recorded = validated.first(where: { $0.quantity != signature.recorded[0].quantity })
        ?? validated.first
      {
        return (recorded, false)
      }
      context.report(SweepProblem.noValidation(name), at: "metric")
      return nil
    }
    let name = CellReference.cell(named: written)
    if let recorded = signature.recorded.first(where: { $0.name == name }) {
      return (recorded, name != written)
    }
    context.report(
      PlanProblem.metricNotRecorded(name, fits: [self.name], known: signature.recorded.map(\.name)),
      at: "metric")
    return nil
  }

  /// Returns the data whose test samples would rank trials; `nil` if others do.
  func testData(rankingBy metric: RecordedQuantity, _ context: PlanContext) -> String? {
    guard metric.role.isHeldOut, let data = signature.validationData,
      context.data(data)?.validatingPart == .test
    else { return nil }
    return data.name
  }
}
