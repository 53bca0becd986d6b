import Engine
import Foundation
import NotebookResults
import WeightFiles

/// A training up to an epoch: the records of its epochs, and the state from which it continues.
package struct StoredTraining: Sendable {
  struct Epoch: Sendable, Codable {
    struct Quantity: Sendable, Codable {
      let name: String
      let value: Double
    }

    let quantities: [Quantity]
    /// The measurements of the layers; empty if there are none.
    let layers: [LayerMeasurement]
    /// The learning rate of the last step; `nil` if it is not recorded.
    let learningRate: Double?
    let seconds: Double
  }

  /// The measurements of the layers before the first epoch; empty if there are none.
  var before: [LayerMeasurement] = []
  var epochs: [Epoch] = []
  /// The reason why no epoch follows the last; `nil` if more may follow.
  var stop: TrainingStop?
  /// The best epoch so far and its weights; `nil` if none is kept.
  var best: Best?
  /// The state after the last epoch; `nil` before the first.
  var state: TrainingState?

  struct Best: Sendable {
    /// The number of the epoch, from 1.
    let epoch: Int
    let weights: Weights
  }

  /// Creates a training that has not begun.
  package init() {}

  /// Returns whether a training of `epochs` epochs, at least as many as there are, is complete.
  func isComplete(of epochs: Int) -> Bool { self.epochs.count == epochs || stop != nil }
}

extension SavedWork {
  /// Creates the work of epochs that did not have to be trained.
  init(_ epochs: [StoredTraining.Epoch], isAll: Bool) {
    self.init(seconds: epochs.reduce(0) { $0 + $1.seconds }, epochs: epochs.count, isAll: isAll)
  }
}

extension StoredTraining {
  init(
    before: [LayerMeasurement], epochs: [Epoch], stop: TrainingStop?, best: Best?, state: TrainingState?
  ) {
    self.best = best
    self.before = before
    self.epochs = epochs
    self.stop = stop
    self.state = state
  }
}

/// The quantities that a fit records of a training, and the key under which they are stored.
package struct Recording: Sendable {
  let key: CellKey
  /// The names of the quantities, in the order of the history.
  let names: [String]
  let measuresLayers: Bool
  /// True if the learning rate may change, so that it is recorded.
  let recordsRate: Bool
  let mayEndEarly: Bool
  /// True if the weights of the best epoch are stored beside those of the last.
  let keepsBest: Bool
  /// The number of arrays of the optimizer's state for each array of weights.
  let optimizerArrays: Int
}

extension StoredTraining {
  /// Returns the part of this training that a fit would have recorded. The training must hold at least that.
  func part(for recording: Recording) -> StoredTraining {
    StoredTraining(
      before: recording.measuresLayers ? before : [],
      epochs: epochs.map { epoch in
        Epoch(
          quantities: recording.names.compactMap { name in epoch.quantities.first { $0.name == name } },
          layers: recording.measuresLayers ? epoch.layers : [],
          learningRate: recording.recordsRate ? epoch.learningRate : nil, seconds: epoch.seconds)
      }, stop: stop, best: best, state: state)
  }
}

/// Consecutive epochs of a training and the state after the last, which form a file of the store.
struct TrainingSegment: Sendable {
  private struct Description: Codable {
    let kind: String
    let first: Int
    let iteration: Int
    let before: [LayerMeasurement]
    let epochs: [StoredTraining.Epoch]
    let stop: TrainingStop?
    let best: Int?
  }

  private static let kind = "epochs of a training"
  private static let optimizerPrefix = "optimizer/"
  private static let bestPrefix = "best/"

  /// The number of the first epoch, from 1.
  let first: Int
  let before: [LayerMeasurement]
  let epochs: [StoredTraining.Epoch]
  /// The reason why the training ended with the last epoch.
  let stop: TrainingStop?
  /// The number of the best epoch so far, whose weights are stored too; `nil` if none is kept.
  let bestEpoch: Int?
  let iteration: Int
  /// The arrays of the state after the last epoch; `nil` if they were not read.
  let arrays: [Variable]?

  var last: Int { first + epochs.count - 1 }

  /// Creates a segment of the epochs after a stored one; `nil` if there are none.
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
    bestEpoch = training.best?.epoch
    let best = (training.best?.weights.arrays ?? []).map {
      Variable(name: Self.bestPrefix + $0.name, shape: $0.shape, values: $0.values)
    }
    arrays = weights + optimizer + best
  }

  func entry() throws -> StoreEntry {
    let description = Description(
      kind: Self.kind, first: first, iteration: iteration, before: before, epochs: epochs, stop: stop,
      best: bestEpoch)
    return StoreEntry(
      description: try StoreCoding.encode(description),
      payload: WeightFile.safetensors.data(of: arrays ?? []))
  }

  /// - Parameters:
  ///   - range: the epochs given by the entry's place.
  ///   - hasState: true if the entry was read with the state after the last epoch.
  /// - Throws: an error if the entry does not hold those epochs.
  init(_ entry: StoreEntry, of range: ClosedRange<Int>, hasState: Bool) throws {
    try self.init(entry, first: range.lowerBound, counts: range.count...range.count, hasState: hasState)
  }

  /// Creates a segment of all epochs of a training.
  ///
  /// - Parameter epochs: the largest number of epochs.
  /// - Throws: an error if the entry holds something else.
  init(_ entry: StoreEntry, upTo epochs: Int) throws {
    try self.init(entry, first: 1, counts: 1...epochs, hasState: true)
  }

  /// - Parameter counts: the numbers of epochs that it may hold.
  private init(_ entry: StoreEntry, first: Int, counts: ClosedRange<Int>, hasState: Bool) throws {
    let description = try StoreCoding.decode(Description.self, from: entry.description)
    guard description.kind == Self.kind, description.first == first,
      counts.contains(description.epochs.count), Count.range.contains(description.iteration),
      description.epochs.allSatisfy({ StoreCoding.isTime($0.seconds) })
    else { throw StoreEntry.Damage() }
    self.first = first
    before = description.before
    epochs = description.epochs
    stop = description.stop
    iteration = description.iteration
    bestEpoch = description.best
    arrays = hasState ? try WeightFile.safetensors.arrays(in: entry.payload) : nil
  }

  /// Returns whether every epoch holds exactly what is recorded, and the training could end where it did.
  func isSound(for recording: Recording, of model: Model, isLast: Bool) -> Bool {
    let layers = recording.measuresLayers ? model.measuredLayers.map(\.name) : []
    return (stop == nil || recording.mayEndEarly && isLast)
      && (recording.keepsBest ? bestEpoch.map { (1...last).contains($0) } == true : bestEpoch == nil)
      && (first > 1 || before.map(\.layer) == layers)
      && epochs.allSatisfy { epoch in
        epoch.quantities.map(\.name) == recording.names && epoch.layers.map(\.layer) == layers
          && (epoch.learningRate != nil) == recording.recordsRate
      }
  }

  /// Returns the state after the last epoch, for the model it belongs to.
  ///
  /// - Throws: an error if the arrays are not those of the model, or the optimizer's do not fit them.
  func state(of model: Model) throws -> TrainingState {
    let arrays = arrays ?? []
    let weights = try model.weights(
      from: arrays.filter { !$0.name.hasPrefix(Self.optimizerPrefix) && !$0.name.hasPrefix(Self.bestPrefix) })
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

extension TrainingSegment {
  /// Returns the best epoch and its weights; `nil` if none is kept.
  ///
  /// - Throws: an error if the arrays are not those of the model.
  func best(of model: Model) throws -> StoredTraining.Best? {
    guard let bestEpoch else { return nil }
    let prefix = Self.bestPrefix
    let arrays = (arrays ?? []).filter { $0.name.hasPrefix(prefix) }.map {
      Variable(name: String($0.name.dropFirst(prefix.count)), shape: $0.shape, values: $0.values)
    }
    return StoredTraining.Best(epoch: bestEpoch, weights: try model.weights(from: arrays))
  }
}

/// The encoding of descriptions, which keeps every number exactly, including those that are not finite.
enum StoreCoding {
  /// Returns whether a number of seconds can have been measured.
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
