import NotebookResults

extension Fit {
  /// Returns the type of a fit's results.
  ///
  /// - Parameters:
  ///   - others: fields besides those of a fit.
  ///   - isSeeded: true if the results are those of several seeds.
  ///   - mayBeShorter: true if the training may end before its last epoch for other reasons than the fit's own.
  func type(
    of signature: FitSignature, besides others: [ValueType.Field] = [], isSeeded: Bool,
    mayBeShorter: Bool = false
  ) -> ValueType {
    let counts = mayEndEarly || mayBeShorter ? 1...signature.epochs : signature.epochs...signature.epochs
    let history = ValueType.record(
      signature.recorded.map { .init($0.name, .series(counts: counts), unit: $0.quantity.unit) }
        + (recordsRate
          ? [.init(RecordedSeries.learningRateName, .series(counts: counts, hasBest: false), unit: .plain)]
          : []))
    var fields: [ValueType.Field] = [
      .init("history", history), .init("epochs", .number), .init("parameters", .number),
      .init("weights_digest", .text),
    ]
    if mayEndEarly { fields += [.init("stopped", .flag), .init("epochs_trained", .number)] }
    if callbacks.keepsBest { fields.append(.init("best_epoch", .number)) }
    if measuresLayers {
      fields.append(.init("layers", LayerMeasurements.type(of: signature.model.model, epochs: counts)))
    }
    let type = ValueType.record(fields + others)
    return isSeeded ? .seeds(type, seeds: signature.seeds) : type
  }

  /// Returns the results of the trainings with all seeds.
  func value(of runs: [SeedRun]) -> Value {
    if !hasSeveralSeeds { return value(of: runs[0]) }
    return .seeds(runs.map { SeedValue(seed: $0.seed, value(of: $0)) })
  }

  private func value(of run: SeedRun) -> Value {
    let history = run.history
    var fields: [Value.Field] = [
      .init("history", history.value), .init("epochs", .integer(history.epochs)),
      .init("parameters", .integer(run.trained.model.parameterCount)),
      .init("weights_digest", .text(run.trained.weights.digest)),
    ]
    if mayEndEarly {
      fields += [
        .init("stopped", .flag(history.earlyStop != nil)), .init("epochs_trained", .integer(history.epochs)),
      ]
    }
    // Numbered as the values of the history are, from 0.
    if let best = history.bestEpoch { fields.append(.init("best_epoch", .integer(best - 1))) }
    if measuresLayers { fields.append(.init("layers", history.layers.value)) }
    return .record(fields)
  }
}
