import Engine
import NotebookResults

/// The report on a classifier; of several seeds it shows means with standard deviations, and counts added up.
struct ClassReport {
  /// The evaluations, one for each seed; there is at least one.
  let evaluations: [ClassEvaluation]
  /// The names of the classes.
  let names: [String]
  let part: DataPart

  /// The sum of the confusion matrices.
  var counts: [[Int]] {
    evaluations.dropFirst().reduce(evaluations[0].report.counts) { sum, evaluation in
      zip(sum, evaluation.report.counts).map { zip($0, $1).map(+) }
    }
  }

  /// Returns a part of the report; nothing for those that need other answers than classes.
  func outputs(of part: ReportPart) -> [Output] {
    switch part {
    case .summary: [.table(summary)]
    case .perClass: [.dots(scores)] + notes
    case .confusionMatrix:
      [.confusionMatrix(ConfusionMatrix(classes: names, counts: counts))]
        + (evaluations.count > 1 ? [.text(.phrase(.countsOfSeeds, [String(evaluations.count)]))] : [])
    case .outcomes, .curves, .predictions, .mistakes: []
    }
  }

  private var summary: Table {
    let measured = evaluations[0].measured.map(\.quantity)
    return Table(
      columns: [.init(part.samples, .number)] + measured.map { .init(Words($0), .number) },
      rows: [
        [.integer(evaluations[0].report.weighted.support)]
          + measured.enumerated().map { index, quantity in
            Table.Cell(evaluations.map { $0.measured[index].value }, of: quantity)
          }
      ])
  }

  /// The classes with samples or predictions.
  private var present: [Int] {
    names.indices.filter { index in evaluations.contains { $0.report.classes[index].isPresent } }
  }

  /// Returns a score of each seed.
  private func all(_ score: (ClassificationReport) -> Double) -> [Double] {
    evaluations.map { score($0.report) }
  }

  /// The precision and the recall of each class, that with the highest F1 first.
  private var scores: DotPlot {
    func mean(_ score: KeyPath<ClassificationReport.Scores, Double>, of index: Int) -> Double {
      let values = all { $0.classes[index][keyPath: score] }
      return values.reduce(0, +) / Double(values.count)
    }
    let order = present.sorted { (mean(\.f1, of: $1), $0) < (mean(\.f1, of: $0), $1) }
    return DotPlot(
      title: .label(.precisionAndRecall), categories: order.map { names[$0] },
      series: [
        .init(.label(.precision), order.map { mean(\.precision, of: $0) }),
        .init(.label(.recall), order.map { mean(\.recall, of: $0) }),
      ], startsAtZero: false, numbers: perClass)
  }

  private var perClass: Table {
    let ofClasses = evaluations[0].ofClasses.map(\.quantity)
    func row(
      _ title: Words, of index: Int?, _ scores: (ClassificationReport) -> ClassificationReport.Scores
    ) -> [Table.Cell] {
      let own = ofClasses.indices.map { metric -> Table.Cell in
        let values = evaluations.compactMap { evaluation -> Double? in
          let values = evaluation.ofClasses[metric].classValues ?? []
          return index.flatMap { values.indices.contains($0) ? values[$0] : nil }
        }
        return values.count == evaluations.count ? Table.Cell(shares: values, digits: 1) : .empty
      }
      func cell(_ score: KeyPath<ClassificationReport.Scores, Double>) -> Table.Cell {
        Table.Cell(shares: all { scores($0)[keyPath: score] }, digits: 1)
      }
      return [.words(title), cell(\.precision), cell(\.recall), cell(\.f1)] + own
        + [.integer(scores(evaluations[0].report).support)]
    }
    return Table(
      columns: [
        .init(.label(.class), .text), .init(.label(.precision), .number), .init(.label(.recall), .number),
        .init(.label(.f1Score), .number),
      ] + ofClasses.map { .init(Words($0), .number) } + [.init(.label(.support), .number)],
      rows: present.map { index in row(.verbatim(names[index]), of: index) { $0.classes[index] } } + [
        row(.label(.macroAverage), of: nil, \.macro), row(.label(.weightedAverage), of: nil, \.weighted),
      ], footerRows: 2)
  }

  /// Notes on classes whose precision divides zero by zero, and on those that do not occur at all.
  private var notes: [Output] {
    let unpredicted = names.indices.filter { index in
      evaluations.contains { $0.report.classes[index].isPresent && $0.report.classes[index].predictions == 0 }
    }
    let absent = names.indices.filter { !present.contains($0) }
    let isSeeded = evaluations.count > 1
    return [
      (isSeeded ? Label.neverPredictedWithSeed : .neverPredicted, unpredicted), (.absentClasses, absent),
    ].filter { !$1.isEmpty }
      .map { .text(.phrase($0, [$1.map { names[$0] }.joined(separator: ", ")])) }
  }
}
