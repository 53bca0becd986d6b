import Engine
import NotebookResults

/// The measurements of each layer before training and after each epoch.
struct LayerMeasurements: Sendable {
  private(set) var moments: [[LayerMeasurement]] = []
  /// The number of the epoch whose weights were kept; `nil` if those are of the last epoch.
  var bestEpoch: Int?

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
          return values.count == moments.count
            ? .init(name, .series(.init(values, better: .higher, kept: bestEpoch))) : nil
        }
        let fields = [
          series("mean", \.mean), series("deviation", \.deviation), series("gradient_norm", \.gradientNorm),
          series("saturation", \.saturation), series("predicted_norm", \.predictedNorm),
        ]
        return .init(moments[0][index].layer, .record(fields.compactMap(\.self)))
      })
  }

  /// The measurements of the weights that were kept. Number 0 is before training.
  private var after: [LayerMeasurement]? {
    guard let bestEpoch else { return moments.last }
    return moments.indices.contains(bestEpoch) ? moments[bestEpoch] : nil
  }

  /// Returns the measurements before training as the means over seeds; `nil` if there are none.
  static func before(ofSeeds seeds: [LayerMeasurements]) -> [LayerMeasurement]? {
    LayerMeasurement.mean(of: seeds.compactMap(\.moments.first))
  }

  /// Returns the measurements before and after training, each the mean over seeds.
  static func outputs(ofSeeds seeds: [LayerMeasurements]) -> [Output] {
    guard let before = before(ofSeeds: seeds),
      let after = LayerMeasurement.mean(of: seeds.compactMap(\.after))
    else { return [] }
    let chart = LayerChart(
      quantity: .label(.gradientNorm), layers: before.map(\.layer),
      lines: [
        .init(.before, before.map(\.gradientNorm)), .init(.predicted, before.map(\.predictedNorm)),
        .init(.after, after.map(\.gradientNorm)),
      ], measurements: table(of: after))
    return [.layerChart(chart)]
  }

  private static func table(of moment: [LayerMeasurement]) -> Table {
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

extension LayerMeasurement {
  /// Returns the means of the layers of several networks with the same layers; `nil` if there is no network.
  fileprivate static func mean(of networks: [[LayerMeasurement]]) -> [LayerMeasurement]? {
    guard let first = networks.first else { return nil }
    return first.indices.map { index in
      let layers = networks.map { $0[index] }
      func mean(_ quantity: (LayerMeasurement) -> Double?) -> Double? {
        let values = layers.compactMap(quantity)
        return values.count == layers.count ? values.reduce(0, +) / Double(values.count) : nil
      }
      return LayerMeasurement(
        layer: first[index].layer, mean: mean(\.mean) ?? .nan, deviation: mean(\.deviation) ?? .nan,
        saturation: mean(\.saturation), gradientNorm: mean(\.gradientNorm) ?? .nan,
        predictedNorm: mean(\.predictedNorm))
    }
  }
}
