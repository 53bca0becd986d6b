import Engine
import NotebookResults

/// The scores of a classifier on some samples, with the weights of one seed.
struct ClassEvaluation {
  static let support = "support"

  let seed: Int
  let report: ClassificationReport
  let loss: MetricValue
  /// The metrics of the fit that are not part of the report.
  let further: [MetricValue]
  /// The metrics of the fit that each class has for itself.
  let ofClasses: [MetricValue]
  /// The outcomes of the positive class and the numbers of its curves.
  let ofPositive: [Value.Field]

  /// The loss, the accuracy and the further metrics.
  var measured: [MetricValue] { [loss, MetricValue(Accuracy.quantity, report.accuracy)] + further }

  /// The results, for expressions.
  var value: Value {
    func score(_ perClass: [Double], _ macro: Double, _ weighted: Double) -> Value {
      .record([
        .init("per_class", .list(perClass.map(Value.number))), .init("macro", .number(macro)),
        .init("weighted", .number(weighted)),
      ])
    }
    let (macro, weighted) = (report.macro, report.weighted)
    let fields: [Value.Field] = [
      .init(loss.quantity.name, .number(loss.value)), .init("count", .integer(weighted.support)),
      .init(Accuracy.name, .number(report.accuracy)),
      .init("precision", score(report.classes.map(\.precision), macro.precision, weighted.precision)),
      .init("recall", score(report.classes.map(\.recall), macro.recall, weighted.recall)),
      .init("f1", score(report.classes.map(\.f1), macro.f1, weighted.f1)),
      .init(Self.support, .list(report.classes.map { .integer($0.support) })),
      .init("confusion_matrix", .list(report.counts.map { .list($0.map(Value.integer)) })),
    ]
    return .record(
      fields + ofPositive + further.map { .init($0.quantity.name, .number($0.value)) }
        + ofClasses.map { .init($0.quantity.name, .list(($0.classValues ?? []).map(Value.number))) })
  }
}
