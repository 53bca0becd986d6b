import Datasets
import Diagnostics
import Engine
import NotebookResults

/// Data sets as tables.
enum DataTables {
  /// Returns a table with a row for each array: its contents, its shape and the type of its numbers.
  static func shapes(of data: LoadedDataset) -> Table {
    var rows = self.rows(.trainingData, .trainingLabels, data.training)
    if let test = data.test { rows += self.rows(.testData, .testLabels, test) }
    return Table(
      columns: [
        .init(.label(.part), .text), .init(.label(.samples), .number), .init(.label(.shape), .text),
        .init(.label(.type), .text),
      ], rows: rows)
  }

  /// Returns the errors of the naive forecast of a series; `nil` for other data.
  static func naiveForecast(of data: LoadedDataset) -> Table? {
    data.naiveForecast.map { errors in
      Table(
        columns: [
          .init(.label(data.test == nil ? .trainingData : .testData), .text),
          .init(Words(MeanAbsoluteErrorMetric().quantity), .number),
          .init(Words(RootMeanSquaredError().quantity), .number),
        ],
        rows: [
          [
            .words(.label(.naiveForecast)), .magnitude(errors.meanAbsoluteError),
            .magnitude(errors.rootMeanSquaredError),
          ]
        ])
    }
  }

  /// Returns the frequency of each class in each part, as bars with their table.
  static func classCounts(of data: LoadedDataset) -> BarChart? {
    guard case .classes(let training, let names) = data.training.targets else { return nil }
    var columns: [Table.Column] = [
      .init(.label(.class), .text), .init(.label(.trainingData), .number), .init(.label(.share), .number),
    ]
    var test: [Int]?
    if case .classes(let labels, _)? = data.test?.targets {
      test = counts(labels, names.count)
      columns.append(.init(.label(.testData), .number))
    }
    let counts = counts(training, names.count)
    let total = Double(max(training.count, 1))
    var series = [BarChart.Series(.label(.trainingData), counts.map(Double.init))]
    if let test { series.append(.init(.label(.testData), test.map(Double.init))) }
    let table = Table(
      columns: columns,
      rows: names.indices.map { index in
        let row: [Table.Cell] = [
          .words(.verbatim(names[index])), .integer(counts[index]),
          .percent(Double(counts[index]) / total, digits: 1),
        ]
        return row + (test.map { [.integer($0[index])] } ?? [])
      })
    return BarChart(
      title: .label(.samplesByClass), unit: .count, categories: names, series: series, numbers: table)
  }

  private static func rows(_ part: Label, _ labels: Label, _ data: LabeledSamples) -> [[Table.Cell]] {
    let type = if case .bytes(_, let scale) = data.samples.storage, scale == 1 { "uint8" } else { "float32" }
    let targets: [Table.Cell] =
      switch data.targets {
      case .classes: [.code(shapeText([data.count])), .code("int32")]
      case .inputs: []
      case .numbers(_, let width): [.code(shapeText([data.count, width])), .code("float32")]
      }
    return [
      [
        .words(.label(part)), .integer(data.count), .code(shapeText([data.count] + data.samples.shape)),
        .code(type),
      ],
      [.words(.label(labels)), .integer(data.count)] + targets,
    ]
  }

  private static func counts(_ labels: [Int32], _ classes: Int) -> [Int] {
    labels.reduce(into: Array(repeating: 0, count: classes)) { $0[Int($1)] += 1 }
  }
}
