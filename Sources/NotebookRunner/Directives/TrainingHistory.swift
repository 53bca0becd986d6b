import NotebookResults

/// What a fit recorded, epoch by epoch.
struct TrainingHistory: Sendable {
  struct Series: Sendable {
    let name: String
    let better: LineChart.Better
    var values: [Double]
  }

  private(set) var series: [Series] = []
  /// Empty where nothing was measured of the layers.
  private(set) var layers = LayerMeasurements()

  init(_ training: StoredTraining) {
    if !training.before.isEmpty { layers.append(training.before) }
    for epoch in training.epochs {
      append(epoch.quantities.map { ($0.name, $0.value) })
      if !epoch.layers.isEmpty { layers.append(epoch.layers) }
    }
  }

  private mutating func append(_ values: [(name: String, value: Double)]) {
    for (name, value) in values {
      if let index = series.firstIndex(where: { $0.name == name }) {
        series[index].values.append(value)
      } else {
        series.append(Series(name: name, better: name.hasSuffix("loss") ? .lower : .higher, values: [value]))
      }
    }
  }

  subscript(name: String) -> Series? { series.first { $0.name == name } }

  var value: Value { .record(series.map { .init($0.name, .series($0.values, better: $0.better)) }) }

  var table: Table {
    let epochs = series.first?.values.count ?? 0
    return Table(
      columns: [.init(.label(.epoch), .number)] + series.map { .init(Self.words(for: $0.name), .number) },
      rows: (0..<epochs).map { epoch in
        [.integer(epoch + 1)] + series.map { Self.cell($0.values[epoch], of: $0.name) }
      })
  }

  /// A value as tables show it: shares in percent, losses as numbers.
  static func cell(_ value: Double, of name: String) -> Table.Cell {
    name.hasSuffix("accuracy") ? .percent(value, digits: 2) : .number(value, digits: 4)
  }

  /// What a series is called on the page.
  static func words(for name: String) -> Words {
    switch name {
    case "loss": .label(.loss)
    case "accuracy": .label(.accuracy)
    case "val_loss": .label(.validationLoss)
    case "val_accuracy": .label(.validationAccuracy)
    default: .verbatim(name)
    }
  }
}
