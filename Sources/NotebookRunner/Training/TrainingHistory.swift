import Engine
import NotebookResults

/// The values that a fit recorded, epoch by epoch.
package struct TrainingHistory: Sendable {
  package struct Series: Sendable {
    package let recorded: RecordedQuantity
    package let values: [Double]
  }

  /// The series of quantities in the order of the table.
  package let series: [Series]
  /// The learning rate of each epoch's last step; empty if it is not recorded.
  package let learningRates: [Double]
  /// The measurements of the layers; empty if there are none.
  private(set) var layers = LayerMeasurements()
  /// The number of epochs that were trained.
  package let epochs: Int
  /// The number of the epoch whose weights were kept as the best; `nil` if those are of the last epoch.
  package let bestEpoch: Int?
  /// The number of epochs that were asked for.
  package let plannedEpochs: Int
  private let stop: TrainingStop?
  /// The values of quantities by chance.
  private let chances: [Quantity: Double]

  /// - Parameters:
  ///   - epochs: the number of epochs that were asked for.
  ///   - chances: the values of quantities by chance, where there are such values.
  package init(
    _ training: StoredTraining, of recorded: [RecordedQuantity], epochs: Int,
    chances: [Quantity: Double] = [:]
  ) {
    self.epochs = training.epochs.count
    bestEpoch = training.best?.epoch
    plannedEpochs = epochs
    stop = training.stop
    self.chances = chances
    series = recorded.map { recorded in
      Series(recorded: recorded, values: training.epochs.compactMap { $0.value(of: recorded) })
    }
    learningRates = training.epochs.compactMap(\.learningRate)
    if !training.before.isEmpty { layers.append(training.before) }
    for epoch in training.epochs where !epoch.layers.isEmpty { layers.append(epoch.layers) }
    layers.bestEpoch = bestEpoch
  }

  /// The reason why fewer epochs were trained than were asked for; `nil` if all were.
  package var earlyStop: TrainingStop? { epochs < plannedEpochs ? stop : nil }

  subscript(recorded: RecordedQuantity) -> Series? { series.first { $0.recorded == recorded } }

  /// Returns the value of a quantity that guesses are expected to have; `nil` if there is none.
  func chance(of quantity: Quantity) -> Double? { chances[quantity] }

  /// The quantities, in the order of the table.
  var quantities: [Quantity] {
    series.filter { $0.recorded.role == .training }.map(\.recorded.quantity)
  }

  /// Returns the values of a series; `nil` if it is not recorded.
  func values(of series: RecordedSeries) -> [Double]? {
    switch series {
    case .quantity(let recorded): self[recorded]?.values
    case .learningRate: learningRates.isEmpty ? nil : learningRates
    }
  }

  /// Returns the value of a series for the weights that were kept; `nil` if it is not recorded.
  func result(of series: RecordedSeries) -> Double? {
    values(of: series).flatMap { Value.Series($0, better: nil, kept: kept).result }
  }

  /// The index of the epoch whose weights were kept.
  private var kept: Int? { bestEpoch.map { $0 - 1 } }

  /// The series, the measured quantities first.
  var recorded: [RecordedSeries] {
    series.map { .quantity($0.recorded) } + (learningRates.isEmpty ? [] : [.learningRate])
  }

  /// A Boolean value that indicates whether the learning rate of an epoch differs from that of another.
  var changesRate: Bool { learningRates.contains { $0 != learningRates[0] } }

  package var value: Value {
    .record(
      series.map { series in
        let better = LineChart.Better(series.recorded.quantity.better)
        return .init(series.recorded.name, .series(.init(series.values, better: better, kept: kept)))
      }
        + (learningRates.isEmpty
          ? []
          : [
            .init(
              RecordedSeries.learningRateName, .series(.init(learningRates, better: nil, kept: kept)))
          ]))
  }
}

extension StoredTraining.Epoch {
  func value(of recorded: RecordedQuantity) -> Double? {
    quantities.first { $0.name == recorded.name }?.value
  }
}
