import Engine
import Foundation
import NotebookResults
import WeightFiles

/// A training up to an epoch: what was recorded of each, and the state from which it goes on.
package struct StoredTraining: Sendable {
  struct Epoch: Sendable, Codable {
    struct Quantity: Sendable, Codable {
      let name: String
      let value: Double
    }

    let quantities: [Quantity]
    /// Empty where the layers were not measured.
    let layers: [LayerMeasurement]
    let seconds: Double
  }

  /// What was measured of the layers before the first epoch; empty where nothing was.
  var before: [LayerMeasurement] = []
  var epochs: [Epoch] = []
  /// The reason why no epoch follows the last; `nil` where more may follow.
  var stop: TrainingStop?
  /// `nil` before the first epoch.
  var state: TrainingState?

  /// A training that has not begun.
  package init() {}

  /// Whether nothing is left to do where a number of epochs is asked for, which are not fewer than there are.
  func isComplete(of epochs: Int) -> Bool { self.epochs.count == epochs || stop != nil }
}

extension StoredTraining {
  init(before: [LayerMeasurement], epochs: [Epoch], stop: TrainingStop?, state: TrainingState?) {
    self.before = before
    self.epochs = epochs
    self.stop = stop
    self.state = state
  }
}

/// What a fit records of a training, and the key by which that is found.
package struct Recording: Sendable {
  let key: CellKey
  /// The names of the quantities, in the order of the history.
  let names: [String]
  let measuresLayers: Bool
  let mayEndEarly: Bool
}

extension StoredTraining {
  /// What a fit would have recorded of this training, which records at least that.
  func part(for recording: Recording) -> StoredTraining {
    StoredTraining(
      before: recording.measuresLayers ? before : [],
      epochs: epochs.map { epoch in
        Epoch(
          quantities: recording.names.compactMap { name in epoch.quantities.first { $0.name == name } },
          layers: recording.measuresLayers ? epoch.layers : [], seconds: epoch.seconds)
      }, stop: stop, state: state)
  }
}

/// Some epochs of a training, one after another, and the state behind the last: a file of the store.
struct TrainingSegment: Sendable {
  private struct Description: Codable {
    let kind: String
    let first: Int
    let iteration: Int
    let before: [LayerMeasurement]
    let epochs: [StoredTraining.Epoch]
    let stop: TrainingStop?
  }

  private static let kind = "epochs of a training"
  private static let optimizerPrefix = "optimizer/"

  /// The number of the first epoch, from 1.
  let first: Int
  let before: [LayerMeasurement]
  let epochs: [StoredTraining.Epoch]
  /// The reason why the training ended with the last epoch.
  let stop: TrainingStop?
  let iteration: Int
  /// `nil` where it was not asked for.
  let arrays: [Variable]?

  var last: Int { first + epochs.count - 1 }

  /// The epochs behind one that is stored; `nil` where there are none.
  init?(_ training: StoredTraining, after stored: Int) {
    guard let state = training.state, stored < training.epochs.count else { return nil }
    first = stored + 1
    before = stored == 0 ? training.before : []
    epochs = Array(training.epochs[stored...])
    stop = training.stop
    iteration = state.iteration
    let weights = state.weights.arrays
    let optimizer = zip(weights, state.optimizerState).flatMap { array, states in
      states.enumerated().map { index, values in
        Variable(name: "\(Self.optimizerPrefix)\(index)/\(array.name)", shape: array.shape, values: values)
      }
    }
    arrays = weights + optimizer
  }

  func entry() throws -> StoreEntry {
    let description = Description(
      kind: Self.kind, first: first, iteration: iteration, before: before, epochs: epochs, stop: stop)
    return StoreEntry(
      description: try StoreCoding.encode(description),
      payload: WeightFile.safetensors.data(of: arrays ?? []))
  }

  /// - Parameters:
  ///   - range: the epochs that the entry's place promises.
  ///   - hasState: whether the entry was read with the state after the last epoch.
  /// - Throws: where the entry does not hold those epochs.
  init(_ entry: StoreEntry, of range: ClosedRange<Int>, hasState: Bool) throws {
    let description = try StoreCoding.decode(Description.self, from: entry.description)
    guard description.kind == Self.kind, description.first == range.lowerBound,
      description.epochs.count == range.count, Count.range.contains(description.iteration),
      description.epochs.allSatisfy({ StoreCoding.isTime($0.seconds) })
    else { throw StoreEntry.Damage() }
    first = description.first
    before = description.before
    epochs = description.epochs
    stop = description.stop
    iteration = description.iteration
    arrays = hasState ? try WeightFile.safetensors.arrays(in: entry.payload) : nil
  }

  /// Whether each epoch holds what is recorded of it, and nothing else, and the training could end where it did.
  func isSound(for recording: Recording, of model: Model, isLast: Bool) -> Bool {
    let layers = recording.measuresLayers ? model.measuredLayers.map(\.name) : []
    return (stop == nil || recording.mayEndEarly && isLast)
      && (first > 1 || before.map(\.layer) == layers)
      && epochs.allSatisfy { epoch in
        epoch.quantities.map(\.name) == recording.names && epoch.layers.map(\.layer) == layers
      }
  }

  /// The state behind the last epoch, for the model it belongs to.
  ///
  /// - Throws: where the arrays are not those of the model, or the optimizer's do not fit them.
  func state(of model: Model) throws -> TrainingState {
    let arrays = arrays ?? []
    let weights = try model.weights(
      from: arrays.filter { !$0.name.hasPrefix(Self.optimizerPrefix) })
    let states = weights.arrays.map { array in
      Array(
        (0...).lazy.map { index in
          arrays.first { $0.name == "\(Self.optimizerPrefix)\(index)/\(array.name)" }?.values
        }.prefix { $0 != nil }.compactMap(\.self))
    }
    for (array, states) in zip(weights.arrays, states)
    where states.contains(where: { $0.count != array.values.count }) {
      throw StoreEntry.Damage()
    }
    return TrainingState(epoch: last, iteration: iteration, weights: weights, optimizerState: states)
  }
}

/// How descriptions are written: every number exactly, those that are not finite included.
enum StoreCoding {
  /// Whether a number of seconds can have been measured.
  static func isTime(_ seconds: Double) -> Bool { (0...1e9).contains(seconds) }

  static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: data)
  }
}
