import Engine
import NotebookResults

/// The measurements of a model that predicts numbers, with the weights of one seed.
struct NumberEvaluation {
  let seed: Int
  /// The loss and the metrics.
  let measured: [MetricValue]
  /// The number of samples.
  let count: Int

  /// The results, for expressions.
  var value: Value {
    .record(
      measured.map { .init($0.quantity.name, .number($0.value)) } + [.init("count", .integer(count))])
  }

  /// Returns a table of the measurements of all seeds, as means with their standard deviations.
  static func table(_ evaluations: [NumberEvaluation], on part: DataPart) -> Table {
    Table(
      columns: [.init(.label(.quantity), .text), .init(part.data, .number)],
      rows: (evaluations.first?.measured ?? []).enumerated().map { index, metric in
        [
          .words(Words(metric.quantity)),
          NumberReport.cell(evaluations.map { $0.measured[index].value }, of: metric.quantity),
        ]
      })
  }
}
