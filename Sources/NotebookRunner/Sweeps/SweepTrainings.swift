import Diagnostics
import Engine
import NotebookResults
import Options
import Synchronization
import Tuning

/// The trainings of a sweep's trials, as many at once as there are shares.
struct SweepTrainings: Sendable {
  let plan: SweepPlan
  let context: RunContext
  private let progress: SweepProgress

  init(_ plan: SweepPlan, _ context: RunContext) {
    self.plan = plan
    self.context = context
    progress = SweepProgress(epochs: plan.totalEpochs, trials: plan.count, context.report)
  }

  /// Trains trials until an epoch each.
  ///
  /// - Returns: their results in order.
  func train(_ steps: [SweepSearch.Step]) async throws -> [TrialResult] {
    let seeds = plan.seeds.count
    let planned = try await context.shares.map(steps.count, bytes: 0) { plan(steps[$0]) }
    let runs = try await context.shares.map(steps.count * seeds, bytes: context.workingBytes) { index in
      let (step, seed) = (steps[index / seeds], plan.seeds[index % seeds])
      return try await outcome(of: planned[index / seeds], trial: step.trial, seed: seed)
    }
    return steps.indices.map { index in result(of: Array(runs[index * seeds..<(index + 1) * seeds])) }
  }

  private func plan(_ step: SweepSearch.Step) -> PlannedTrial {
    plan.planner(until: step.epochs).plan(plan.values(at: step.point))
  }

  /// Returns the results of trials whose epochs are all stored; without results, the number of epochs that are.
  func known(_ steps: [SweepSearch.Step]) -> (results: [TrialResult]?, epochs: Int) {
    var results: [TrialResult] = []
    var epochs = 0
    for step in steps {
      let planned = plan(step)
      guard let trial = planned.plan else {
        results.append(result(of: [.failed(planned.reason)]))
        continue
      }
      let outcomes = plan.seeds.map { stored(trial, seed: $0) }
      epochs += outcomes.reduce(0) { $0 + $1.epochs }
      let whole = outcomes.compactMap(\.outcome)
      if whole.count == outcomes.count { results.append(result(of: whole)) }
    }
    return (results.count == steps.count ? results : nil, epochs)
  }

  /// Returns the epochs of trials that are not stored, but in the cache.
  func cachedEpochs(_ steps: [SweepSearch.Step]) async throws -> Int {
    guard context.store.readsCache else { return 0 }
    let trials = steps.compactMap { plan($0).plan }
    let seeds = plan.seeds
    let epochs = try await context.shares.map(trials.count * seeds.count, bytes: 0) { index in
      await trainings(of: trials[index / seeds.count]).cachedEpochs(seed: seeds[index % seeds.count])
    }
    return epochs.reduce(0, +)
  }

  /// Returns the parts of the trainings of trials that are stored, looked up by as many jobs as there are shares.
  func progress(_ steps: [SweepSearch.Step]) async throws -> [TrainingProgress] {
    try await context.shares.map(steps.count, bytes: 0) { index -> [TrainingProgress] in
      guard let trainings = plan(steps[index]).plan.map(trainings) else { return [] }
      return plan.seeds.map { trainings.progress(seed: $0) }
    }.flatMap(\.self)
  }

  /// Returns the trainings of trials until an epoch each, to be done by any process.
  func planned(_ steps: [SweepSearch.Step]) -> [PlannedTraining] {
    steps.flatMap { step -> [PlannedTraining] in
      let planned = plan(step)
      guard let trainings = planned.plan.map(trainings) else { return [] }
      return plan.seeds.map { trainings.planned(seed: $0, after: step.before) }
    }
  }

  /// Returns the outcome of a training that is stored, and the number of its epochs that are.
  private func stored(_ trial: TrialPlan, seed: Int) -> (outcome: Outcome?, epochs: Int) {
    let trainings = trainings(of: trial)
    let recording = trainings.run(seed: seed).recording
    let epochs = trial.signature.epochs
    let known = context.store.history(
      of: recording, model: trial.signature.model.model, upTo: epochs, for: context.displayName)
    guard let known, known.isComplete(of: epochs) else {
      let divergence = trainings.divergence(of: recording)
      return (divergence.map { .failed(TrainingProblem.diverged($0).message) }, known?.epochs.count ?? 0)
    }
    let history = TrainingHistory(known, of: trial.signature.recorded, epochs: epochs)
    return (.trained(history: history, saved: SavedWork(known.epochs, isAll: true)), known.epochs.count)
  }

  /// Returns the trained networks of a trial, whose epochs are known by now.
  func networks(of step: SweepSearch.Step) async throws -> (trial: TrialPlan, runs: [SeedRun]) {
    let planned = plan(step)
    guard let trial = planned.plan else { throw CellFailure(message: planned.reason) }
    var runs: [SeedRun] = []
    for seed in plan.seeds { runs.append(try await train(trial, seed: seed) { _ in }) }
    return (trial, runs)
  }

  /// The end of one training.
  private enum Outcome: Sendable {
    case trained(history: TrainingHistory, saved: SavedWork)
    case failed(String)
  }

  private func outcome(
    of planned: PlannedTrial, trial: Int, seed: Int
  ) async throws -> Outcome {
    guard let plan = planned.plan else { return .failed(planned.reason) }
    await trainings(of: plan).fetch(seed: seed)
    if let stored = stored(plan, seed: seed).outcome {
      await trainings(of: plan).shareStored(seed: seed)
      return stored
    }
    do {
      let run = try await train(plan, seed: seed, progress.part(trial: trial, seed: seed))
      return .trained(history: run.history, saved: run.saved)
    } catch let failure as CellFailure {
      if failure.isOutOfTime { throw failure }
      return .failed(failure.message)
    } catch let problem as any Problem & Error {
      try Task.checkCancellation()
      if problem is TimeProblem { throw problem }
      return .failed(problem.message)
    }
  }

  private func train(
    _ trial: TrialPlan, seed: Int, _ report: @escaping @Sendable (CellProgress) -> Void
  ) async throws -> SeedRun {
    try await trainings(of: trial).train(seed: seed, report)
  }

  private func trainings(of trial: TrialPlan) -> SeedTrainings {
    SeedTrainings(
      fit: trial.fit, signature: trial.signature,
      draft: trial.draft(context.keys, seed: context.seed, context.locations), context: context.alone)
  }

  private func result(of outcomes: [Outcome]) -> TrialResult {
    var histories: [TrainingHistory] = []
    var saved: [SavedWork] = []
    var failure: String?
    for outcome in outcomes {
      switch outcome {
      case .trained(let history, let work):
        histories.append(history)
        saved.append(work)
      case .failed(let reason): failure = failure ?? reason
      }
    }
    let scores = histories.compactMap(plan.score)
    if failure == nil, scores.count < histories.count {
      failure = "\(plan.metric.name) is not a finite number"
    }
    let curve = FitHistory(runs: histories).mean(of: .quantity(plan.metric))
    let all = SavedWork(sumOf: saved)
    return TrialResult(
      scores: failure == nil ? scores : [], curve: curve,
      epochs: histories.reduce(0) { $0 + $1.epochs }, failure: failure,
      saved: SavedWork(seconds: all.seconds, epochs: all.epochs, isAll: failure == nil && all.isAll))
  }
}
