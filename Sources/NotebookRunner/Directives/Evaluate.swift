import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that measures a trained model.
package struct Evaluate: Directive {
  package static let name = "evaluate"
  package var captionKind: CaptionKind? {
    switch parts?.first {
    case .summary, .outcomes, nil: .table
    case .perClass, .confusionMatrix, .curves, .predictions: .figure
    case .mistakes: nil
    }
  }
  package var isStored: Bool { true }
  package static let abstract =
    "Measures a trained model: loss, accuracy, precision, recall and F1 per class and averaged, confusion matrix."
  package static var example: NotebookExample {
    .cell(
      "{evaluate} report",
      "fit: fast\npos_label: 7\ncurves: [roc]\nwhat: [summary, confusion_matrix, outcomes, curves]")
  }

  /// The largest number of cells of the confusion matrices of all seeds.
  private static let mostCells = 1_000_000.0

  private static let usualMistakes = 12

  let evaluation: EvaluationOptions
  private let parts: [ReportPart]?
  private let mistakes: Int?
  private let positive: String?
  private let curves: [DecisionCurves.Curve]
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    evaluation = EvaluationOptions(&options)
    parts = options.readIfPresent(
      "what", .distinctList(of: .choice(of: ReportPart.self)), affects: .presentation,
      help:
        "Which parts of the report are shown, in this order; by default, its summary, the scores of each "
        + "class and the confusion matrix, and what `pos_label`, `curves` and `mistakes` ask for.")
    mistakes = options.readIfPresent(
      "mistakes", .integer(.within(0...100)), affects: .presentation,
      help:
        "How many wrong answers are shown as images, the most frequent confusions first and of each the most certain; "
        + "with `targets: inputs`, how many samples with the largest errors. If they are shown, 12 by default."
    )
    positive = options.readIfPresent(
      "pos_label", .text,
      help: "The class that counts as positive: its four outcomes against all others, and their measures.")
    curves = options.read(
      "curves", .list(of: .choice(of: DecisionCurves.Curve.self), allowsNone: true), default: [],
      help: "Curves for the positive class, which is the second of two unless pos_label says otherwise.")
    chartOptions = ChartOptions(&options, offering: [.title, .labels, .ylim, .height, .width, .columns])
  }

  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    guard let fit = context.fit(evaluation.fit) else { return CellDrawings() }
    let onClasses = signature.measured.contains { $0.name == Accuracy.name }
    let parts = shownParts(of: fit.aim, onClasses: onClasses)
    return CellDrawings(
      charts: (parts.contains(.curves) ? curves.count : 0) + (parts.contains(.predictions) ? 1 : 0),
      otherCharts: parts.contains(.perClass) ? 1 : 0, galleries: parts.contains(.mistakes) ? 1 : 0,
      parts: parts.count)
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
    guard checkParts(of: fit.aim, in: description, &context), checkPositive(in: description, &context) else {
      return nil
    }
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
      context, bytesPerAnswer: (isOrdered ? 64 : 16) * kept + (ranked ?? 0),
      shown: mistakes ?? Self.usualMistakes)
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    // Reports that were stored when absent classes still counted have other averages.
    draft["averages"] = "present classes"
    // Those that were stored when the fit's metrics were not measured lack them.
    let further = facts.signature.measured.map(\.name).filter {
      ![Quantity.loss.name, Accuracy.name].contains($0)
    }
    // Those that were stored with other pictures and charts would still show these.
    if mistakes != nil || shows(.mistakes) { draft["mistakes_by"] = "pair" }
    if !curves.isEmpty { draft["curves_with"] = "thresholds" }
    if !further.isEmpty { draft["metrics"] = further.joined(separator: ", ") }
    if case .record(let fields) = facts.signature.type.each {
      let lists = fields.filter {
        if case .list(.number, _) = $0.type { $0.name != ClassEvaluation.support } else { false }
      }
      if !lists.isEmpty { draft["class_metrics"] = lists.map(\.name).joined(separator: ", ") }
    }
  }

  /// Returns the parts that are shown, in their order.
  private func shownParts(of aim: FitAim, onClasses: Bool) -> [ReportPart] {
    parts
      ?? ReportPart.all(of: aim, onClasses: onClasses).filter { part in
        switch part {
        case .summary, .perClass, .confusionMatrix, .predictions: true
        case .outcomes: positive != nil
        case .curves: !curves.isEmpty
        case .mistakes: mistakes != nil || aim.reconstructs
        }
      }
  }

  private func shows(_ part: ReportPart) -> Bool { parts?.contains(part) ?? false }

  /// Returns false after reporting a part that the report does not have, or whose option is missing.
  private func checkParts(
    of aim: FitAim, in description: DatasetDescription, _ context: inout PlanContext
  ) -> Bool {
    let known = ReportPart.all(of: aim, onClasses: description.classNames != nil)
    if let part = parts?.first(where: { !known.contains($0) }) {
      context.report(
        EvaluationProblem.partOfAnotherReport(part.rawValue, parts: known.map(\.rawValue)),
        at: "what")
      return false
    }
    if shows(.curves), curves.isEmpty {
      let form = OptionKind.list(of: .choice(of: DecisionCurves.Curve.self)).form
      context.report(OptionProblem.missing("curves", of: "a report with curves", form: form), at: "what")
      return false
    }
    if shows(.mistakes), description.classNames != nil, description.sampleShape.count != 2 {
      context.report(PlanProblem.notImages(description.sampleShape), at: "what")
      return false
    }
    return true
  }

  /// Returns false after reporting a positive class that does not exist, or that is required but missing.
  private func checkPositive(in description: DatasetDescription, _ context: inout PlanContext) -> Bool {
    let option = positive != nil ? "pos_label" : shows(.outcomes) ? "what" : "curves"
    guard positive != nil || !curves.isEmpty || shows(.outcomes) else { return true }
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
    let parts = shownParts(of: fit.aim, onClasses: true)
    var ofTypicalSeed: [ReportPart: Output] = [:]
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
        if parts.contains(.curves) {
          ofTypicalSeed[.curves] = try decision.map { .xyCharts(try curves.map($0.chart)) }
        }
        if parts.contains(.mistakes) {
          ofTypicalSeed[.mistakes] = CertainMistakes.output(
            of: data, labels: labels, names: names, answers: answers, count: mistakes ?? Self.usualMistakes)
        }
      }
      return ClassEvaluation(
        seed: run.seed, report: report, loss: MetricValue(fit.loss.quantity, evaluation.loss),
        further: furtherMetrics(evaluation, context),
        ofClasses: evaluation.metrics.filter { $0.classValues != nil },
        ofPositive: (positive == nil ? [] : [OutcomeValues.field(try outcomes(report.counts, names))])
          + (try decision.map { try curves.map($0.field) } ?? []))
    }
    let report = ClassReport(evaluations: evaluations, names: names, part: evaluation.part)
    let shown = try parts.flatMap { part -> [Output] in
      if part == .outcomes { return [.outcomes(try outcomes(report.counts, names))] }
      return ofTypicalSeed[part].map { [$0] } ?? report.outputs(of: part)
    }
    return CellYield(
      value: value(evaluations.map { SeedValue(seed: $0.seed, $0.value) }, context),
      outputs: shown + choice(of: fit, showsAnswers: !ofTypicalSeed.isEmpty))
  }

  private func numbers(_ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext) throws -> CellYield {
    let parts = shownParts(of: fit.aim, onClasses: false)
    var answers: Output?
    let further = Self.usualMetrics(of: fit.aim, besides: fit.metrics)
    let evaluations = try measureAll(fit, data, context, further) { run, measure -> NumberEvaluation in
      let isShown = run.seed == fit.typical.seed
      var worst = LargestErrors(
        count: isShown && parts.contains(.mistakes) ? mistakes ?? Self.usualMistakes : 0)
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
        answers = Reconstructions(title: .largestErrors, samples: data.samples, items: worst.items).output
      }
      if isShown, parts.contains(.predictions), case .numbers(let truth, width: 1) = data.targets,
        !truth.isEmpty
      {
        let score = measured.first { $0.quantity.name == R2Score.name }?.value
        answers = .xyCharts([
          NumberReport(truth: truth, predictions: predictions, score: score ?? 0).chart
        ])
      }
      return NumberEvaluation(seed: run.seed, measured: measured, count: data.count)
    }
    return CellYield(
      value: value(evaluations.map { SeedValue(seed: $0.seed, $0.value) }, context),
      outputs: parts.compactMap {
        $0 == .summary ? .table(NumberEvaluation.table(evaluations, on: evaluation.part)) : answers
      }
        + choice(of: fit, showsAnswers: answers != nil))
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

  /// Returns the choice of the weights that answer. Of several seeds, those of one are chosen only for the parts that
  /// show single answers.
  private func choice(of fit: FitProduct, showsAnswers: Bool) -> [Output] {
    showsAnswers || fit.runs.count == 1 ? fit.choice : []
  }

  /// Returns the metrics of the fit that are not part of the report itself.
  private func furtherMetrics(_ evaluation: Evaluation, _ context: RunContext) -> [MetricValue] {
    let names = context.signature.measured.map(\.name)
    return evaluation.metrics.filter { $0.quantity.name != Accuracy.name && names.contains($0.quantity.name) }
  }

  private func outcomes(_ counts: [[Int]], _ names: [String]) throws -> BinaryOutcomes {
    BinaryOutcomes(counts: counts, classes: names, positive: try positiveIndex(names))
  }

  private func positiveIndex(_ names: [String]) throws -> Int {
    guard let positive else { return 1 }
    // Fallback data may have other class names.
    if let index = names.firstIndex(of: positive) { return index }
    throw CellFailure(PlanProblem.noSuchClass(positive, known: names))
  }
}
