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

  /// The largest number of classes, as a confusion matrix has a cell for every pair of them.
  private static let classLimit = 1000
  private static let support = "support"

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
    if let classes = description.classNames?.count, classes > Self.classLimit {
      context.report(EvaluationProblem.tooManyClasses(classes, limit: Self.classLimit), at: "fit")
      return nil
    }
    guard let fit = context.fit(evaluation.fit), let loss = fit.recorded.first?.quantity else { return nil }
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
        .init(Self.support, .list(.number, count: classes)),
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
    return CellSignature(.report, .record(fields), measured: measured)
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
    return evaluation.memory(
      context, bytesPerAnswer: (isOrdered ? 64 : 16) + (ranked ?? 0), shown: mistakes)
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    // Reports that were stored when absent classes still counted have other averages.
    draft["averages"] = "present classes"
    // Those that were stored when the fit's metrics were not measured lack them.
    let further = facts.signature.measured.map(\.name).filter {
      ![Quantity.loss.name, Accuracy.name].contains($0)
    }
    if !further.isEmpty { draft["metrics"] = further.joined(separator: ", ") }
    if case .record(let fields) = facts.signature.type {
      let lists = fields.filter {
        if case .list(.number, _) = $0.type { $0.name != Self.support } else { false }
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
    var answers: [ClassPrediction] = []
    var scores: [Float] = []
    let evaluation = try measure(fit, data, context) { outputs in
      answers.append(ClassPrediction(outputs))
      if let curveClass { scores.append(ClassPrediction.score(ofClass: curveClass, in: outputs)) }
    }
    let report = ClassificationReport(
      truth: labels, predicted: answers.map(\.classIndex), classes: names.count)
    let outcomes = try outcomes(report, names)
    let drawn = try curveClass.map { try drawCurves(of: $0, scores, labels, names) }
    let loss = (fit.loss.quantity, evaluation.loss)
    let further = furtherMetrics(evaluation, context)
    let ofClasses = evaluation.metrics.filter { $0.classValues != nil }
    return CellYield(
      value: value(
        of: report, loss: Value.Field(loss.0.name, .number(loss.1)), count: data.count,
        further: [outcomes.map(OutcomeValues.field)].compactMap(\.self) + (drawn?.fields ?? [])
          + further.map { Value.Field($0.quantity.name, .number($0.value)) }
          + ofClasses.map { Value.Field($0.quantity.name, .list(($0.classValues ?? []).map(Value.number))) }),
      outputs: [
        .table(
          overview(
            [loss, (Accuracy.quantity, report.accuracy)] + further.map { ($0.quantity, $0.value) }, data.count
          )),
        .bars(bars(report, names, ofClasses)),
        .confusionMatrix(ConfusionMatrix(classes: names, counts: report.counts)),
      ] + notes(on: report, names) + [outcomes.map(Output.outcomes), drawn?.output].compactMap(\.self)
        + [
          CertainMistakes.output(of: data, labels: labels, names: names, answers: answers, count: mistakes)
        ].compactMap(\.self) + fit.choice)
  }

  /// Returns the mean loss and the fit's metrics. The same pass calls `outputs` with the model's outputs for each sample.
  ///
  /// - Parameter further: metrics to measure beside those of the fit.
  private func measure(
    _ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext, _ further: [any Metric] = [],
    outputs: (UnsafeBufferPointer<Float>) -> Void = { _ in }
  ) throws -> Evaluation {
    try fit.trained.evaluate(
      data, loss: fit.loss, metrics: fit.metrics + further, threads: context.threads,
      progress: context.reportAnswers,
      outputs: outputs)
  }

  /// Returns the metrics of the fit that are not part of the report itself.
  private func furtherMetrics(_ evaluation: Evaluation, _ context: RunContext) -> [MetricValue] {
    let names = context.signature.measured.map(\.name)
    return evaluation.metrics.filter { $0.quantity.name != Accuracy.name && names.contains($0.quantity.name) }
  }

  private func numbers(_ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext) throws -> CellYield {
    var worst = LargestErrors(count: fit.aim.reconstructs ? mistakes : 0)
    var predictions: [Float] = []
    var sample = 0
    let evaluation = try measure(
      fit, data, context, Self.usualMetrics(of: fit.aim, besides: fit.metrics)
    ) { outputs in
      if fit.aim.reconstructs {
        worst.include(.init(sample: sample, input: data.samples.row(sample), output: outputs))
      } else {
        predictions += outputs
      }
      sample += 1
    }
    let measured =
      [(fit.loss.quantity, evaluation.loss)]
      + furtherMetrics(evaluation, context).map { ($0.quantity, $0.value) }
    var outputs: [Output] = []
    if !worst.items.isEmpty {
      outputs.append(
        Reconstructions(title: .largestErrors, samples: data.samples, items: worst.items).output)
    }
    if case .numbers(let truth, width: 1) = data.targets, !truth.isEmpty {
      let score = measured.first { $0.0.name == R2Score.name }?.1
      outputs.append(
        .xyCharts([NumberReport(truth: truth, predictions: predictions, score: score ?? 0).chart]))
    }
    return CellYield(
      value: .record(
        measured.map { .init($0.0.name, .number($0.1)) } + [.init("count", .integer(data.count))]),
      outputs: [
        .table(
          Table(
            columns: [.init(.label(.quantity), .text), .init(.label(.value), .number)],
            rows: measured.map { [.words(Words($0.0)), NumberReport.cell($0.1, of: $0.0)] }))
      ] + outputs + fit.choice)
  }

  private func outcomes(_ report: ClassificationReport, _ names: [String]) throws -> BinaryOutcomes? {
    guard positive != nil else { return nil }
    return BinaryOutcomes(counts: report.counts, classes: names, positive: try positiveIndex(names))
  }

  private func drawCurves(
    of index: Int, _ scores: [Float], _ labels: [Int32], _ names: [String]
  ) throws -> (output: Output, fields: [Value.Field]) {
    let drawn = try DecisionCurves(
      positive: names[index], scores: scores, isPositive: labels.map { $0 == index })
    return (.xyCharts(try curves.map(drawn.chart)), try curves.map(drawn.field))
  }

  private func positiveIndex(_ names: [String]) throws -> Int {
    guard let positive else { return 1 }
    // Fallback data may have other class names.
    if let index = names.firstIndex(of: positive) { return index }
    throw CellFailure(PlanProblem.noSuchClass(positive, known: names))
  }

  /// Returns notes on classes whose precision divides zero by zero, and on those that do not occur at all.
  private func notes(on report: ClassificationReport, _ names: [String]) -> [Output] {
    let classes = zip(names, report.classes)
    let unpredicted = classes.filter { $1.isPresent && $1.predictions == 0 }
    let absent = classes.filter { !$1.isPresent }
    return [(Label.neverPredicted, unpredicted), (.absentClasses, absent)].filter { !$1.isEmpty }
      .map { .text(.phrase($0, [$1.map(\.0).joined(separator: ", ")])) }
  }

  private func value(
    of report: ClassificationReport, loss: Value.Field, count: Int, further: [Value.Field]
  ) -> Value {
    func score(_ perClass: [Double], _ macro: Double, _ weighted: Double) -> Value {
      .record([
        .init("per_class", .list(perClass.map(Value.number))), .init("macro", .number(macro)),
        .init("weighted", .number(weighted)),
      ])
    }
    let (macro, weighted) = (report.macro, report.weighted)
    let fields: [Value.Field] = [
      loss, .init("count", .integer(count)), .init(Accuracy.name, .number(report.accuracy)),
      .init("precision", score(report.classes.map(\.precision), macro.precision, weighted.precision)),
      .init("recall", score(report.classes.map(\.recall), macro.recall, weighted.recall)),
      .init("f1", score(report.classes.map(\.f1), macro.f1, weighted.f1)),
      .init(Self.support, .list(report.classes.map { .integer($0.support) })),
      .init("confusion_matrix", .list(report.counts.map { .list($0.map(Value.integer)) })),
    ]
    return .record(fields + further)
  }

  private func overview(_ measured: [(Quantity, Double)], _ count: Int) -> Table {
    Table(
      columns: [.init(.label(.samples), .number)] + measured.map { .init(Words($0.0), .number) },
      rows: [[.integer(count)] + measured.map { Table.Cell($1, of: $0) }])
  }

  private func bars(
    _ report: ClassificationReport, _ names: [String], _ ofClasses: [MetricValue]
  ) -> BarChart {
    let present = zip(names, report.classes).filter(\.1.isPresent)
    return BarChart(
      title: .label(.precisionAndRecall), unit: .fraction, categories: present.map(\.0),
      series: [
        .init(.label(.precision), present.map(\.1.precision)),
        .init(.label(.recall), present.map(\.1.recall)),
      ], numbers: perClass(report, names, ofClasses))
  }

  private func perClass(
    _ report: ClassificationReport, _ names: [String], _ ofClasses: [MetricValue]
  ) -> Table {
    func row(_ title: Words, _ scores: ClassificationReport.Scores, of index: Int?) -> [Table.Cell] {
      let own = ofClasses.map { metric -> Table.Cell in
        guard let index, let values = metric.classValues, values.indices.contains(index) else {
          return .empty
        }
        return .percent(values[index], digits: 1)
      }
      return [
        .words(title), .percent(scores.precision, digits: 1), .percent(scores.recall, digits: 1),
        .percent(scores.f1, digits: 1),
      ] + own + [.integer(scores.support)]
    }
    let present = names.indices.filter { report.classes[$0].isPresent }
    return Table(
      columns: [
        .init(.label(.class), .text), .init(.label(.precision), .number), .init(.label(.recall), .number),
        .init(.label(.f1Score), .number),
      ] + ofClasses.map { .init(Words($0.quantity), .number) } + [.init(.label(.support), .number)],
      rows: present.map { row(.verbatim(names[$0]), report.classes[$0], of: $0) } + [
        row(.label(.macroAverage), report.macro, of: nil),
        row(.label(.weightedAverage), report.weighted, of: nil),
      ], footerRows: 2)
  }
}
