import Engine
import NotebookResults
import Options
import Tuning

extension SweepPlan {
  /// The names of what is told of a trial beside its metric.
  static let fieldsBesideMetric: Set<String> = ["epochs", "failed", "stopped", "config"]

  /// The type of the results, for expressions.
  var type: ValueType {
    let config = ValueType.record(
      zip(configNames, parameters).map { name, parameter in
        .init(name, parameter.isNumeric ? .number : .text)
      })
    let own: [ValueType.Field] = [.init("config", config), .init("trial", .number)]
    let score: ValueType = isSeeded ? .seeds(.number, seeds: seeds) : .number
    let trial = ValueType.record([
      .init(metric.name, score, unit: metric.quantity.unit), .init("epochs", .number),
      .init("failed", .flag), .init("stopped", .flag), .init("config", config),
    ])
    return .record([
      .init(metric.name, score, unit: metric.quantity.unit),
      .init(
        "best",
        check.largest.signature.directive.type(
          of: check.largest.signature, besides: own, isSeeded: isSeeded,
          mayBeShorter: endsEarly || !check.hasOneLength)),
      .init("trials", .list(trial, count: count)), .init("count", .number), .init("failed", .number),
      .init("epochs_trained", .number),
    ])
  }

  /// The metric of the best trial, which represents the sweep as a whole.
  var measured: MeasuredResult {
    MeasuredResult(metric, words: metric.score(countsBestEpoch: countsBestEpoch))
  }

  /// Returns the results.
  ///
  /// - Parameter best: the value of the best trial as a fit.
  func value(of results: SweepResults, best: Value, _ search: SweepSearch) -> Value {
    let number = results.best ?? 0
    let own: [Value.Field] = [
      .init("config", config(search.trials[number].point)), .init("trial", .integer(number)),
    ]
    return .record([
      .init(metric.name, score(results.trials[number].scores)),
      .init("best", best.adding(own)),
      .init(
        "trials",
        .list(
          zip(results.trials, search.trials).map { trial, searched in
            .record([
              .init(metric.name, score(trial.scores)),
              .init("epochs", .integer(endsEarly ? searched.epochs : trial.curve.count)),
              .init("failed", .flag(trial.score == nil)), .init("stopped", .flag(trial.end == .stopped)),
              .init("config", config(searched.point)),
            ])
          })),
      .init("count", .integer(results.trials.count)),
      .init("failed", .integer(results.trials.count { $0.score == nil })),
      .init("epochs_trained", .integer(results.trials.reduce(0) { $0 + $1.cost })),
    ])
  }

  private func score(_ scores: [Double]) -> Value {
    guard let first = scores.first else { return .unknown }
    return isSeeded
      ? .seeds(zip(seeds, scores).map { SeedValue(seed: $0, .number($1)) }) : .number(first)
  }

  private func config(_ point: SearchPoint) -> Value {
    .record(
      zip(configNames, zip(parameters, values(at: point))).map { name, setting in
        .init(name, setting.0.isNumeric ? Value(setting.1) : .text(setting.1.spelling))
      })
  }
}

extension SweptParameter {
  /// True if all its values are numbers.
  fileprivate var isNumeric: Bool {
    if case .choices(let choices) = values { choices.allSatisfy { $0.number != nil } } else { true }
  }
}

extension Value {
  fileprivate init(_ value: OptionValue) {
    switch value.content {
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    default: self = .text(value.spelling)
    }
  }

  /// Returns a record with further fields, for each seed if there are several.
  fileprivate func adding(_ fields: [Field]) -> Value {
    switch self {
    case .record(let own): .record(own + fields)
    case .seeds(let seeds): .seeds(seeds.map { SeedValue(seed: $0.seed, $0.value.adding(fields)) })
    default: self
    }
  }
}
