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

  /// Returns the share of each class in each part, with the counts in a table.
  static func classCounts(of data: LoadedDataset) -> DotPlot? {
    guard let names = data.training.classNames else { return nil }
    let parts: [(name: Words, counts: [Int], shares: [Double])] = [
      (Label.trainingData, data.training), (.validationData, data.validation), (.testData, data.test),
    ].compactMap { label, samples in
      guard let samples, let counts = samples.classCounts else { return nil }
      return (.label(label), counts, counts.map { Double($0) / Double(max(samples.count, 1)) })
    }
    return DotPlot(
      title: .label(.sharesOfClasses), categories: names,
      series: parts.map { .init($0.name, $0.shares) },
      reference: .init(.label(.equalShares), 1 / Double(max(names.count, 1))), startsAtZero: true,
      numbers: Table(
        columns: [.init(.label(.class), .text)]
          + parts.flatMap { [.init($0.name, .number), .init(.label(.share), .number)] },
        rows: names.indices.map { index in
          [.words(.verbatim(names[index]))]
            + parts.flatMap { part -> [Table.Cell] in
              [.integer(part.counts[index]), .percent(part.shares[index], digits: 1)]
            }
        }))
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
}

extension LabeledSamples {
  fileprivate var classNames: [String]? {
    if case .classes(_, let names) = targets { names } else { nil }
  }

  /// The number of samples of each class; `nil` if the targets are no classes.
  fileprivate var classCounts: [Int]? {
    guard case .classes(let labels, let names) = targets else { return nil }
    return labels.reduce(into: Array(repeating: 0, count: names.count)) { $0[Int($1)] += 1 }
  }
}
