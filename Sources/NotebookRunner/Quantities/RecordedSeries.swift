import NotebookResults

/// A series of a fit's history: a quantity that is measured, or the learning rate, which is a setting.
enum RecordedSeries: Sendable, Hashable {
  case quantity(RecordedQuantity)
  /// The rate of the last step of each epoch, recorded where it may change.
  case learningRate

  static let learningRateName = "learning_rate"

  /// The name in expressions and in the history.
  var name: String {
    switch self {
    case .quantity(let recorded): recorded.name
    case .learningRate: Self.learningRateName
    }
  }

  /// The heading of a column of values.
  var words: Words {
    switch self {
    case .quantity(let recorded): recorded.words
    case .learningRate: .label(.learningRate)
    }
  }

  /// Returns a cell for the values of all seeds: their mean, with the standard deviation if there are several.
  func cell(_ values: [Double]) -> Table.Cell {
    switch self {
    case .quantity(let recorded): Table.Cell(values, of: recorded.quantity)
    case .learningRate: .magnitude(values.reduce(0, +) / Double(values.count))
    }
  }

  func cell(_ value: Double) -> Table.Cell {
    switch self {
    case .quantity(let recorded): Table.Cell(value, of: recorded.quantity)
    case .learningRate: .magnitude(value)
    }
  }
}

extension FitSignature {
  /// All series of the history, the measured quantities first.
  var series: [RecordedSeries] {
    recorded.map(RecordedSeries.quantity) + (recordsRate ? [.learningRate] : [])
  }
}

extension LineChart {
  /// Creates a chart of learning rates.
  static func learningRate(_ lines: [Line], earlier: Line? = nil, scale: Scale = .linear) -> LineChart {
    LineChart(
      quantity: .label(.learningRate), unit: .anySize, better: nil, lines: lines, earlier: earlier,
      scale: scale)
  }
}
