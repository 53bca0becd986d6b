import Diagnostics
import Engine
import NotebookResults
import Options
import Writing

/// The directive that looks for a learning rate: a range test with the network, the data and the options of a fit.
///
/// It starts from the fit's first weights and takes its batches in their order. The fit itself is not changed.
package struct LearningRateFinder: Directive {
  package static let name = "lr_find"
  package static let abstract =
    "Tries learning rates from small to large on a fit above, and suggests one."
  package static var example: NotebookExample {
    .cell("{lr_find} rates", "fit: fast") + .text("It suggests a rate of {value}`rates.suggestion`.")
  }
  package var captionKind: CaptionKind? { .figure }
  package var isStored: Bool { true }
  /// True, for the fit is needed as a description, and may well fail for the rate that it has.
  package static var acceptsMissingInputs: Bool { true }

  package var describedCell: String? { fit.name }

  let fit: CellReference
  private let range: LearningRateRange
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    fit = options.read(
      "fit", .reference(to: Fit.name),
      help: "The fit whose initial weights, optimizer and batches are used, but not its learning rate.")
    let start = options.read(
      "start_learning_rate", .number(.positiveFloat), default: 1e-7, help: "The rate of the first step.")
    let end = options.read(
      "end_learning_rate", .number(.positiveFloat), default: 10,
      help: "The rate that would follow the last step's.")
    let steps = options.read(
      "steps", .integer(.within(10...10_000)), default: 100,
      help: "The number of steps, each with a batch and a rate of its own.")
    range = LearningRateRange(from: start, to: end, steps: steps)
    chartOptions = ChartOptions(&options, offering: [.title, .labels, .ylim, .height, .width])
  }

  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    CellDrawings(charts: 1, parts: 1)
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let signature = context.fit(fit) else { return nil }
    guard range.start < range.end else {
      context.report(
        LearningRateFinderProblem.noRange(from: range.start, to: range.end),
        at: context.gives("end_learning_rate") ? "end_learning_rate" : "start_learning_rate")
      return nil
    }
    return CellSignature(
      .rangeTest(of: signature),
      .record([
        .init("suggestion", .number, unit: .plain), .init("steepest", .number, unit: .plain),
        .init("minimum", .number, unit: .plain), .init("steps", .number),
        .init("learning_rates", .list(.number, count: nil), unit: .plain),
        .init("losses", .list(.number, count: nil), unit: .plain),
      ]))
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    guard case .rangeTest(let fit) = signature.kind else { return .none }
    let need = fit.directive.memory(context, CellSignature(.fit(fit), .nothing))
    return MemoryNeed(kept: [], working: need.kept + need.working)
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    draft.set("fit", toWorkOf: fit.name, facts.drafts[fit.name]?.without(Fit.watchingOptions))
  }

  package func repeatedWork(_ signature: CellSignature) -> RepeatedWork? {
    guard case .rangeTest(let fit) = signature.kind, let count = fit.learnedCount, count > 0 else {
      return nil
    }
    let stepsPerEpoch = (Double(count) / Double(fit.batchSize)).rounded(.up)
    return RepeatedWork(cell: self.fit.name, length: Double(range.steps) / stepsPerEpoch)
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    guard case .rangeTest(let signature) = context.signature.kind else { return CellYield() }
    let fit = signature.directive
    let trainer = try await fit.trainer(
      of: signature, epochs: 1, from: try fit.start(of: signature, context), context, validates: false)
    let test = try trainer.testRange(range) { share in
      try context.checkTime()
      context.report(.tryingRates(share: share))
    }
    guard let suggestions = test.suggestions else {
      throw CellFailure(LearningRateFinderProblem.noFall(steps: test.smoothedLosses.count, of: range.steps))
    }
    return CellYield(
      value: .record([
        .init("suggestion", .number(suggestions.valley)), .init("steepest", .number(suggestions.steepest)),
        .init("minimum", .number(suggestions.minimum)), .init("steps", .integer(test.smoothedLosses.count)),
        .init("learning_rates", .list(test.rates.map(Value.number))),
        .init("losses", .list(test.smoothedLosses.map(Value.number))),
      ]),
      outputs: [.xyCharts([test.chart(suggesting: suggestions.valley)])])
  }
}
