import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that measures a trained model.
package struct Evaluate: Directive {
  package static let name = "evaluate"
  package var captionKind: CaptionKind? { .table }
  package var isStored: Bool { true }
  package static let abstract =
    "Measures a trained model: loss, accuracy, precision, recall and F1 per class and averaged, confusion matrix."
  package static var example: NotebookExample {
    .cell("{evaluate} report", "fit: fast\npos_label: 7\ncurves: [roc]")
  }

  /// The largest number of cells of the confusion matrices of all seeds.
  private static let mostCells = 1_000_000.0

  let evaluation: EvaluationOptions
  private let mistakes: Int
  private let positive: String?
  private let curves: [DecisionCurves.Curve]

  package init(_ options: inout OptionReader) {
    evaluation = EvaluationOptions(&options)
    mistakes = options.read(
      "mistakes", .integer(.within(0...100)), default: 12, affects: .presentation,
      help:
        "How many wrong answers are shown as images, the most certain ones first; with `targets: inputs`, how many "
        + "samples with the largest errors.")
    positive = options.readIfPresent(
      "pos_label", .text,
      help: "The class that counts as positive: its four outcomes against all others, and their measures.")
    curves = options.read(
      "curves", .list(of: .choice(of: DecisionCurves.Curve.self), allowsNone: true), default: [],
      help: "Curves for the positive class, which is the second of two where no pos_label says otherwise.")
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let description = evaluation.plan(&context) else { return nil }
    guard let fit = context.fit(evaluation.fit), let loss = fit.recorded.first?.quantity else { return nil }
    let limit = Int((Self.mostCells / Double(fit.seeds.count)).squareRoot())
    if let classes = description.classNames?.count, classes > limit {
      context.report(
        EvaluationProblem.tooManyClasses(classes, limit: limit, seeds: fit.seeds.count), at: "fit")
      return nil
    }
    var measured = [MeasuredResult(loss)]
    var fields: [ValueType.Field] = [.init(loss.name, .number, unit: loss.unit), .init("count", .number)]
    guard checkPositive(in: description, &context) else { return nil }
    if positive != nil { fields.append(.init(OutcomeValues.name, OutcomeValues.type)) }
    fields += curves.map { .init($0.valueName, .number, unit: .share) }
    if description.classNames != nil {
      let classes = description.classNames?.count
      let score = ValueType.record([
        .init("per_class", .list(.number, count: classes)), .init("macro", .number),
        .init("weighted", .number),
      ])
      measured.insert(MeasuredResult(Accuracy.quantity), at: 0)
      fields += [
        .init(Accuracy.name, .number, unit: .share), .init("precision", score, unit: .share),
        .init("recall", score, unit: .share), .init("f1", score, unit: .share),
        .init(ClassEvaluation.support, .list(.number, count: classes)),
        .init("confusion_matrix", .list(.list(.number, count: classes), count: classes)),
      ]
    }
    let further = fit.metrics.filter { !$0.isPerClass }.map(\.quantity).filter { quantity in
      !fields.contains { $0.name == quantity.name }
    }
    fields += fit.metrics.filter(\.isPerClass).map {
      .init($0.quantity.name, .list(.number, count: description.classNames?.count), unit: $0.quantity.unit)
    }
    measured.insert(contentsOf: further.map(MeasuredResult.init), at: description.classNames == nil ? 0 : 1)
    let usual = description.classNames == nil ? Self.usualMetrics(of: fit.aim, besides: fit.metrics) : []
    measured += usual.map { MeasuredResult($0.quantity) }
    fields += (further + usual.map(\.quantity)).map { .init($0.name, .number, unit: $0.unit) }
    let type = ValueType.record(fields)
    return CellSignature(
      .report, fit.directive.hasSeveralSeeds ? .seeds(type, seeds: fit.seeds) : type, measured: measured)
  }

  /// Returns the metrics of a report on numbers that the fit does not have itself.
  private static func usualMetrics(of aim: FitAim, besides own: [any Metric]) -> [any Metric] {
    let names = Set(own.map(\.quantity.name))
    return (aim.reconstructs ? Reconstructions.metrics : NumberReport.metrics)
      .filter { !names.contains($0.quantity.name) }
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    let fit = context.fit(evaluation.fit)
    let ranked = fit.map { fit in
      fit.metrics.reduce(0.0) { $0 + $1.memory(samples: 1, outputs: Double(fit.model.model.outputCount)) }
    }
    // Each answer takes a class and its probability and, if there are curves or a chart of numbers, its position in
    // their order.
    let isOrdered = !curves.isEmpty || fit?.data.classNames == nil
    // Of several seeds the answers of one are kept for the page.
    let kept = fit?.seeds.count ?? 1 > 1 ? 2.0 : 1
    return evaluation.memory(
      context, bytesPerAnswer: (isOrdered ? 64 : 16) * kept + (ranked ?? 0), shown: mistakes)
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    // Reports that were stored when absent classes still counted have other averages.
    draft["averages"] = "present classes"
    // Those that were stored when the fit's metrics were not measured lack them.
    let further = facts.signature.measured.map(\.name).filter {
      ![Quantity.loss.name, Accuracy.name].contains($0)
    }
    if !further.isEmpty { draft["metrics"] = further.joined(separator: ", ") }
    if case .record(let fields) = facts.signature.type.each {
      let lists = fields.filter {
        if case .list(.number, _) = $0.type { $0.name != ClassEvaluation.support } else { false }
      }
      if !lists.isEmpty { draft["class_metrics"] = lists.map(\.name).joined(separator: ", ") }
    }
  }

  /// Returns false after reporting a positive class that does not exist, or that is required but missing.
  private func checkPositive(in description: DatasetDescription, _ context: inout PlanContext) -> Bool {
    let option = positive == nil ? "curves" : "pos_label"
    guard positive != nil || !curves.isEmpty else { return true }
    guard let classes = description.classNames else {
      context.report(PlanProblem.viewNeedsClasses(option), at: option)
      return false
    }
    if let positive, !classes.contains(positive) {
      context.report(PlanProblem.noSuchClass(positive, known: classes), at: option)
      return false
    }
    if positive == nil, classes.count != 2 {
      context.report(PlanProblem.positiveClassNeeded(known: classes), at: option)
      return false
    }
    return true
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let (fit, data) = try await evaluation.inputs(context)
    guard case .classes(let labels, let names) = data.targets else {
      return try numbers(fit, data, context)
    }
    let curveClass = curves.isEmpty ? nil : try positiveIndex(names)
    var shown: [Output] = []
    let evaluations = try measureAll(fit, data, context) { run, measure -> ClassEvaluation in
      var answers: [ClassPrediction] = []
      var scores: [Float] = []
      let evaluation = try measure { outputs in
        answers.append(ClassPrediction(outputs))
        if let curveClass { scores.append(ClassPrediction.score(ofClass: curveClass, in: outputs)) }
      }
      let report = ClassificationReport(
        truth: labels, predicted: answers.map(\.classIndex), classes: names.count)
      let decision = try curveClass.map { index in
        try DecisionCurves(
          positive: names[index], scores: scores, isPositive: labels.map { $0 == index })
      }
      if run.seed == fit.typical.seed {
        shown = [
          try decision.map { Output.xyCharts(try curves.map($0.chart)) },
          CertainMistakes.output(of: data, labels: labels, names: names, answers: answers, count: mistakes),
        ].compactMap(\.self)
      }
      return ClassEvaluation(
        seed: run.seed, report: report, loss: MetricValue(fit.loss.quantity, evaluation.loss),
        further: furtherMetrics(evaluation, context),
        ofClasses: evaluation.metrics.filter { $0.classValues != nil },
        ofPositive: [try outcomes(report.counts, names).map(OutcomeValues.field)].compactMap(\.self)
          + (try decision.map { try curves.map($0.field) } ?? []))
    }
    let report = ClassReport(evaluations: evaluations, names: names)
    let ofPositive = try outcomes(report.counts, names)
    return CellYield(
      value: value(evaluations.map { SeedValue(seed: $0.seed, $0.value) }, context),
      outputs: report.outputs + [ofPositive.map(Output.outcomes)].compactMap(\.self)
        + choosing(shown, of: fit))
  }

  private func numbers(_ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext) throws -> CellYield {
    var shown: [Output] = []
    let further = Self.usualMetrics(of: fit.aim, besides: fit.metrics)
    let evaluations = try measureAll(fit, data, context, further) { run, measure -> NumberEvaluation in
      let isShown = run.seed == fit.typical.seed
      var worst = LargestErrors(count: fit.aim.reconstructs && isShown ? mistakes : 0)
      var predictions: [Float] = []
      var sample = 0
      let evaluation = try measure { outputs in
        if fit.aim.reconstructs {
          worst.include(.init(sample: sample, input: data.samples.row(sample), output: outputs))
        } else {
          predictions += outputs
        }
        sample += 1
      }
      let measured =
        [MetricValue(fit.loss.quantity, evaluation.loss)] + furtherMetrics(evaluation, context)
      if !worst.items.isEmpty {
        shown.append(Reconstructions(title: .largestErrors, samples: data.samples, items: worst.items).output)
      }
      if isShown, case .numbers(let truth, width: 1) = data.targets, !truth.isEmpty {
        let score = measured.first { $0.quantity.name == R2Score.name }?.value
        shown.append(
          .xyCharts([NumberReport(truth: truth, predictions: predictions, score: score ?? 0).chart]))
      }
      return NumberEvaluation(seed: run.seed, measured: measured, count: data.count)
    }
    return CellYield(
      value: value(evaluations.map { SeedValue(seed: $0.seed, $0.value) }, context),
      outputs: [.table(NumberEvaluation.table(evaluations))] + choosing(shown, of: fit))
  }

  /// Evaluates the weights of each seed.
  ///
  /// - Parameters:
  ///   - further: metrics to measure beside those of the fit.
  ///   - evaluate: receives a training and a function that returns its mean loss and metrics. In the same pass, this
  ///     calls its argument with the model's outputs for each sample.
  /// - Returns: the results in the order of the seeds.
  private func measureAll<Result>(
    _ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext, _ further: [any Metric] = [],
    _ evaluate: (SeedRun, _ measure: ((UnsafeBufferPointer<Float>) -> Void) throws -> Evaluation) throws ->
      Result
  ) throws -> [Result] {
    try fit.runs.enumerated().map { index, run in
      try evaluate(run) { outputs in
        try run.trained.evaluate(
          data, loss: fit.loss, metrics: fit.metrics + further, threads: context.threads,
          progress: { try context.reportAnswers((Double(index) + $0) / Double(fit.runs.count)) },
          outputs: outputs)
      }
    }
  }

  /// Returns the results of all seeds, or those of the only one.
  private func value(_ seeds: [SeedValue], _ context: RunContext) -> Value {
    context.signature.type.seeds.isEmpty ? seeds[0].value : .seeds(seeds)
  }

  /// Returns outputs that show the answers of one seed, and the choice of it. Of several seeds, the rest of the report
  /// is about all.
  private func choosing(_ shown: [Output], of fit: FitProduct) -> [Output] {
    shown.isEmpty && fit.runs.count > 1 ? [] : shown + fit.choice
  }

  /// Returns the metrics of the fit that are not part of the report itself.
  private func furtherMetrics(_ evaluation: Evaluation, _ context: RunContext) -> [MetricValue] {
    let names = context.signature.measured.map(\.name)
    return evaluation.metrics.filter { $0.quantity.name != Accuracy.name && names.contains($0.quantity.name) }
  }

  private func outcomes(_ counts: [[Int]], _ names: [String]) throws -> BinaryOutcomes? {
    guard positive != nil else { return nil }
    return BinaryOutcomes(counts: counts, classes: names, positive: try positiveIndex(names))
  }

  private func positiveIndex(_ names: [String]) throws -> Int {
    guard let positive else { return 1 }
    // Fallback data may have other class names.
    if let index = names.firstIndex(of: positive) { return index }
    throw CellFailure(PlanProblem.noSuchClass(positive, known: names))
  }
}
