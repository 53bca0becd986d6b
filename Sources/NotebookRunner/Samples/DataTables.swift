import Datasets
import Diagnostics
import Engine
import NotebookResults

/// Data sets as tables.
enum DataTables {
  /// Returns a table with a row for each array: its contents, its shape and the type of its numbers.
  static func shapes(of data: LoadedDataset) -> Table {
    var rows = self.rows(.trainingData, .trainingLabels, data.training)
    if let validation = data.validation { rows += self.rows(.validationData, .validationLabels, validation) }
    if let test = data.test { rows += self.rows(.testData, .testLabels, test) }
    return Table(
      columns: [
        .init(.label(.part), .text), .init(.label(.samples), .number), .init(.label(.shape), .text),
        .init(.label(.type), .text),
      ], rows: rows)
  }

  /// Returns the errors of the naive forecast of a series; `nil` for other data.
  static func naiveForecast(of data: LoadedDataset) -> Table? {
    let measured: Label =
      data.test != nil ? .testData : data.validation != nil ? .validationData : .trainingData
    return data.naiveForecast.map { errors in
      Table(
        columns: [
          .init(.label(measured), .text),
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
    guard case .classes(let labels, let names) = data.training.targets else { return nil }
    let training = counts(labels, names.count)
    let apart: [(name: Words, counts: [Int])] = [
      (Label.validationData, data.validation), (.testData, data.test),
    ].compactMap { label, samples in
      guard case .classes(let labels, _)? = samples?.targets else { return nil }
      return (.label(label), counts(labels, names.count))
    }
    let total = Double(max(training.reduce(0, +), 1))
    let table = Table(
      columns: [
        .init(.label(.class), .text), .init(.label(.trainingData), .number), .init(.label(.share), .number),
      ] + apart.map { .init($0.name, .number) },
      rows: names.indices.map { index in
        [
          .words(.verbatim(names[index])), .integer(training[index]),
          .percent(Double(training[index]) / total, digits: 1),
        ] + apart.map { .integer($0.counts[index]) }
      })
    return BarChart(
      title: .label(.samplesByClass), unit: .count, categories: names,
      series: ([(.label(.trainingData), training)] + apart).map { .init($0, $1.map(Double.init)) },
      numbers: table)
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
