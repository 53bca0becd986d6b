import Engine
import NotebookResults

/// The measurements of each layer before training and after each epoch.
struct LayerMeasurements: Sendable {
  private(set) var moments: [[LayerMeasurement]] = []

  mutating func append(_ moment: [LayerMeasurement]) { moments.append(moment) }

  /// Returns the type in expressions. Number 0 of each series is the measurement before training.
  static func type(of model: Model, epochs: ClosedRange<Int>) -> ValueType {
    let series = ValueType.series(counts: epochs.lowerBound + 1...epochs.upperBound + 1)
    return .record(
      model.measuredLayers.enumerated().map { index, layer in
        var fields: [ValueType.Field] = [
          .init("mean", series), .init("deviation", series), .init("gradient_norm", series),
        ]
        if layer.hasSlope { fields.append(.init("saturation", series)) }
        if index + 1 < model.measuredLayers.count, layer.hasSlope {
          fields.append(.init("predicted_norm", series))
        }
        return .init(layer.name, .record(fields))
      })
  }

  var value: Value {
    .record(
      (moments.first ?? []).indices.map { index in
        func series(_ name: String, _ quantity: (LayerMeasurement) -> Double?) -> Value.Field? {
          let values = moments.compactMap { quantity($0[index]) }
          return values.count == moments.count ? .init(name, .series(values, better: .higher)) : nil
        }
        let fields = [
          series("mean", \.mean), series("deviation", \.deviation), series("gradient_norm", \.gradientNorm),
          series("saturation", \.saturation), series("predicted_norm", \.predictedNorm),
        ]
        return .init(moments[0][index].layer, .record(fields.compactMap(\.self)))
      })
  }

  var outputs: [Output] {
    guard let before = moments.first, let after = moments.last else { return [] }
    let chart = LayerChart(
      quantity: .label(.gradientNorm), layers: before.map(\.layer),
      lines: [
        .init(.before, before.map(\.gradientNorm)), .init(.predicted, before.map(\.predictedNorm)),
        .init(.after, after.map(\.gradientNorm)),
      ], measurements: table(of: after))
    return [.layerChart(chart)]
  }

  private func table(of moment: [LayerMeasurement]) -> Table {
    Table(
      title: .label(.layersAfterTraining),
      columns: [
        .init(.label(.layer), .text), .init(.label(.meanOutput), .number),
        .init(.label(.deviation), .number), .init(.label(.saturated), .number),
      ],
      rows: moment.map { layer in
        [
          .code(layer.layer), .number(layer.mean, digits: 3), .number(layer.deviation, digits: 3),
          layer.saturation.map { .percent($0, digits: 1) } ?? .empty,
        ]
      })
  }
}
