import Engine

/// The end of a training of some epochs, as a cache holds it.
enum FinishedTraining: Sendable {
  /// All epochs, with the state after the last.
  case trained(StoredTraining)
  case diverged(Divergence)

  /// Returns the object for a cache; `nil` for a training without its weights.
  func object() throws -> CacheObject? {
    switch self {
    case .trained(let training):
      try TrainingSegment(training, after: 0).map { CacheObject(.training, try $0.entry()) }
    case .diverged(let divergence):
      CacheObject(.divergence, try StoredResult(divergence, seconds: 0).entry())
    }
  }

  /// Reads what a fit with the given recording would have stored.
  ///
  /// - Parameter epochs: the number of epochs that were asked for.
  /// - Throws: an error if the object does not hold a finished training of the model.
  init(_ object: CacheObject, of recording: Recording, model: Model, epochs: Int) throws {
    switch object.kind {
    case .training:
      let segment = try TrainingSegment(object.content, upTo: epochs)
      guard segment.isSound(for: recording, of: model, isLast: true),
        segment.last == epochs || segment.stop != nil
      else { throw StoreEntry.Damage() }
      self = .trained(
        StoredTraining(
          before: segment.before, epochs: segment.epochs, stop: segment.stop,
          best: try segment.best(of: model), state: try segment.state(of: model)))
    case .divergence:
      self = .diverged(try StoredResult<Divergence>(object.content).content)
    }
  }
}

extension Recording {
  /// Returns a size in bytes that no object of a training of some epochs exceeds.
  func largestObject(of model: Model, epochs: Int) -> Int {
    let numbers = Double(model.parameterCount) * Double(1 + optimizerArrays + (keepsBest ? 1 : 0))
    let layers = measuresLayers ? model.measuredLayers.count : 0
    // Each array has a line of at least one number, and each number of an epoch takes at most 25 characters.
    let arrays = numbers * 4 + min(numbers, 100_000) * 300
    let epochs = Double(epochs + 1) * (500 + 200 * Double(names.count) + 500 * Double(layers))
    return Int(min(arrays + epochs + 100_000, Double(CacheObject.largestSize)))
  }
}
