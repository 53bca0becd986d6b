import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options
import Tuning

/// The directive that trains a fit with many settings and ranks them.
package struct Sweep: SearchingWork, TrainingWork {
  package static let name = "sweep"
  package static let abstract =
    "Trains a fit with many settings, each a trial, and ranks them by a metric; `NAME.best` is the best one, "
    + "as a fit."
  package static var example: NotebookExample {
    .cell(
      "{sweep} search",
      """
      fit: fast
      parameters:
        learning_rate: {min: 0.01, max: 1, distribution: log_uniform_values}
        batch_size: [16, 32]
      trials: 4
      """) + .text("The best rate is {value}`search.best.config.learning_rate`.")
  }
  package var captionKind: CaptionKind? { .figure }
  /// True, for the fit is needed as a description, and need not be computed itself.
  package static var acceptsMissingInputs: Bool { true }

  package var describedCell: String? { fit.name }

  package let fit: CellReference
  private let method: any SweepMethod
  private let varied: [SweptParameter]?
  private let points: SweptPoints?
  private let metric: String?
  private let trials: Int?
  private let seeds: Seeds?
  private let seed: Int?
  private let termination: SweepTermination?
  private let parts: [SweepPart]?
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    fit = options.read(
      "fit", .reference(to: Fit.name),
      help: "The fit whose settings vary; with `eval: false` it is not trained itself.")
    method = options.read(
      "method", .member(of: SweepMethods.catalogue), default: "halton", help: "How settings are chosen.")
    varied = options.readIfPresent(
      "parameters", .sweptParameters,
      help:
        "The settings that vary: one of the `params` of the fit, of its model or of the notebook, or an option of the "
        + "fit by its path, such as `optimizer.sgd.momentum`, or by its last word; each with a list of values, or "
        + "with `min` and `max`.")
    points = options.readIfPresent(
      "points", .sweptPoints,
      help: "The settings of each trial, in place of `parameters`: `[{batch_size: 16}, {batch_size: 32}]`.")
    metric = options.readIfPresent(
      "metric", .text,
      help:
        "The quantity by which trials are ranked, such as val_accuracy, after the last epoch or the one that the "
        + "fit keeps; with `.best`, after the best. By default, a metric on validation data.")
    trials = options.readIfPresent(
      "trials", .integer(.within(1...Double(SearchSpace.mostTrials))),
      help: "How many settings are tried; by default, all of a grid.")
    seeds = options.readIfPresent(
      "seeds", .seeds, help: "Train each trial with several seeds, as a fit does; by default, the fit's.")
    seed = options.readIfPresent(
      "seed", .integer(Seeds.range), help: "The seed for the choice of settings; by default, the notebook's.")
    termination = options.readIfPresent(
      "early_terminate", .member(of: SweepTermination.catalogue),
      help:
        "End the worse trials early: `hyperband` or `successive_halving`. With `method: tpe`, later trials are tried "
        + "near those that went on.")
    parts = options.readIfPresent(
      "what", .distinctList(of: .choice(of: SweepPart.self)), affects: .presentation,
      help:
        "Which parts the page shows, in this order: advice in sentences, the table of trials, and charts of the score "
        + "for each `scientific` value, over the `parameters` one by one and in `relations` to each other, by epoch "
        + "(`curves`), at the `rungs` of halving, by `cost` and by seed, and the `importance` of each parameter; by "
        + "default, all that there are.")
    chartOptions = ChartOptions(&options, offering: [.title, .height, .width, .columns])
  }

  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    CellDrawings(charts: nil)
  }

  /// The settings that vary.
  private var parameters: [SweptParameter] { points?.parameters ?? varied ?? [] }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard (varied == nil) != (points == nil) else {
      context.report(
        varied == nil
          ? OptionProblem.missing(
            "parameters", of: Self.name, form: OptionKind<[SweptParameter]>.sweptParameters.form)
          : OptionProblem.severalOf(["parameters", "points"], of: Self.name),
        at: varied == nil ? "parameters" : "points")
      return nil
    }
    if context.gives("method"), (method is ListMethod) != (points != nil) {
      context.report(SweepProblem.listNeedsPoints, at: "method")
      return nil
    }
    guard let base = context.fit(fit), let draft = SweepDraft(base, named: fit.name, context) else {
      return nil
    }
    guard let targets = draft.targets(of: parameters, &context),
      let (recorded, countsBest) = draft.metric(metric, &context),
      let (space, search, count) = space(&context)
    else { return nil }
    let seeds = seeds?.numbers(from: base.directive.seeds(from: context.seed)[0]) ?? base.seeds
    let planner = draft.planner(targets, seeds: self.seeds, context)
    let testData = draft.testData(rankingBy: recorded, context)
    if let testData, !context.allows(.testSelection) {
      context.report(SweepProblem.rankedByTest(testData, fit: fit.name), at: "metric")
      return nil
    }
    let points = SweepPoints(search, count, parameters)
    guard let check = SweepCheck(of: points, planner, fit: fit.name, &context),
      let brackets = brackets(count, base, check, &context)
    else { return nil }
    let plan = SweepPlan(
      parameters: parameters, space: space, search: search, count: count,
      brackets: brackets, planner: planner, metric: recorded, countsBestEpoch: countsBest, seeds: seeds,
      isSeeded: self.seeds != nil || base.directive.hasSeveralSeeds, testData: testData, check: check)
    return CellSignature(.sweep(plan), plan.type, measured: [plan.measured])
  }

  private func space(
    _ context: inout PlanContext
  ) -> (space: SearchSpace, search: any SearchMethod, count: Int)? {
    let dimensions = parameters.compactMap { try? SearchDimension($0.name.value, $0.domain) }
    guard dimensions.count == parameters.count, let space = SearchSpace(dimensions) else {
      context.report(SweepProblem.tooManyParameters(limit: SearchSpace.mostDimensions), at: "parameters")
      return nil
    }
    guard
      let search = points.map({ ListSearch($0.points) })
        ?? method.search(space, seed: UInt64(seed ?? context.seed))
    else {
      let endless = parameters.first { $0.domain.count == nil }
      context.report(
        SweepProblem.endlessGrid(endless?.name.value ?? parameters[0].name.value),
        at: endless?.place ?? context.place(of: "parameters"))
      return nil
    }
    guard let count = trials ?? search.count else {
      context.report(SweepProblem.noTrials(type(of: method).name), at: "trials")
      return nil
    }
    if let most = search.count, count > most {
      context.report(SweepProblem.fewerCombinations(most, trials: count), at: "trials")
      return nil
    }
    guard count <= SearchSpace.mostTrials else {
      context.report(
        SweepProblem.tooManyCombinations(count, limit: SearchSpace.mostTrials), at: "parameters")
      return nil
    }
    return (space, search, count)
  }

  private func brackets(
    _ trials: Int, _ base: FitSignature, _ check: SweepCheck, _ context: inout PlanContext
  ) -> [Bracket]? {
    guard let termination else { return [Bracket(epochs: base.epochs, trials: trials)] }
    if !check.hasOneLength || check.largest.signature.epochs != base.epochs {
      context.report(SweepProblem.sweptEpochs, at: "early_terminate")
      return nil
    }
    if let note = base.directive.lengthNote {
      context.report(SweepProblem.lengthMatters(fit.name, note), at: "early_terminate")
      return nil
    }
    guard let schedule = termination.schedule(epochs: base.epochs) else {
      context.report(SweepProblem.tooFewEpochs(fit.name, epochs: base.epochs), at: "early_terminate")
      return nil
    }
    return schedule.brackets(trials: trials)
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    guard case .sweep(let plan) = signature.kind else { return .none }
    let trial = plan.check.largest.memory
    // Without a folder to store them in, the trainings of all trials are held until the run ends.
    let held = context.storesResults ? 1 : plan.count * plan.seeds.count
    return MemoryNeed(
      kept: trial.kept.map { part in
        MemoryNeed.Part(
          bytes: part.bytes * Double(held), purpose: part.purpose, option: "parameters", advice: part.advice)
      },
      working: trial.working.map { part in
        MemoryNeed.Part(
          bytes: part.bytes, purpose: part.purpose + ", in the trial that takes the most",
          option: "parameters", advice: part.advice)
      })
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    draft.set("fit", toWorkOf: fit.name, facts.drafts[fit.name])
    draft["seed"] = String(seed ?? facts.seed)
    if case .sweep(let plan) = facts.signature.kind {
      draft["seeds"] = plan.seeds.map(String.init).joined(separator: " ")
      draft["inputs"] = plan.check.inputs.map { facts.keys[$0]?.digest ?? "" }.joined(separator: " ")
    }
  }

  package func extent(_ signature: CellSignature) -> String? {
    guard case .sweep(let plan) = signature.kind else { return nil }
    let seeds = plan.seeds.count > 1 ? " with \(plan.seeds.count) seeds each" : ""
    return "\(counted(plan.count, "trial"))\(seeds), \(counted(plan.totalEpochs, "epoch")) in all"
  }

  package func knownEpochs(_ context: RunContext) async throws -> (stored: Int, cached: Int, all: Int) {
    guard case .sweep(let plan) = context.signature.kind else { return (0, 0, 0) }
    let trainings = SweepTrainings(plan, context)
    var search = SweepSearch(plan)
    var (partial, cached) = (0, 0)
    var isCounted = false
    let isWhole = try await search.run { steps in
      if plan.isKnownInAdvance {
        // No result decides what comes next: counting is enough.
        let progress = try await trainings.progress(steps)
        partial = progress.reduce(0) { $0 + $1.epochs }
        isCounted = progress.allSatisfy(\.isDone)
        if !isCounted { cached = try await trainings.cachedEpochs(steps) }
        return nil
      }
      let known = trainings.known(steps)
      if known.results == nil {
        partial = known.epochs
        cached = try await trainings.cachedEpochs(steps)
      }
      return known.results
    }
    if isWhole || isCounted { return (plan.totalEpochs, 0, plan.totalEpochs) }
    let stored = min(search.trials.reduce(partial) { $0 + $1.result.epochs }, plan.totalEpochs)
    return (stored, min(cached, plan.totalEpochs - stored), plan.totalEpochs)
  }

  package func trainings(_ context: RunContext) async throws -> [PlannedTraining] {
    guard case .sweep(let plan) = context.signature.kind else { return [] }
    let trainings = SweepTrainings(plan, context)
    var search = SweepSearch(plan)
    var planned: [PlannedTraining] = []
    _ = try await search.run { steps in
      planned += trainings.planned(steps)
      return plan.isKnownInAdvance ? nil : trainings.known(steps).results
    }
    return planned
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    guard case .sweep(let plan) = context.signature.kind else { return CellYield() }
    let trainings = SweepTrainings(plan, context)
    var search = SweepSearch(plan)
    _ = try await search.run { try await trainings.train($0) }
    guard let best = search.best else {
      throw CellFailure(SweepProblem.allFailed(search.trials.first?.result.failure ?? ""))
    }
    let networks = try await trainings.networks(
      of: .init(trial: best, point: search.trials[best].point, epochs: search.trials[best].epochs))
    let product = try networks.trial.fit.product(
      of: networks.runs, named: "\(context.displayName).best",
      settings: FitSettings(networks.trial), draft: context.key, context)
    let results = search.results
    let report = SweepReport(results, expected: search.expectedScores, importance: search.importance)
    return CellYield(
      product: .sweep(SweepProduct(best: product, results: results)),
      value: plan.value(of: results, best: networks.trial.fit.value(of: networks.runs), search),
      outputs: report.outputs(of: parts ?? SweepPart.allCases), saved: search.saved)
  }
}
