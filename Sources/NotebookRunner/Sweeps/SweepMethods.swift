import Options
import Tuning

/// A way in which a sweep chooses the settings of its trials.
protocol SweepMethod: Configurable {
  /// Returns the search; `nil` if it cannot search the space.
  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)?
}

/// All methods. A new one needs a type here and a line.
enum SweepMethods {
  static let catalogue = Catalogue<any SweepMethod>(
    "method",
    [
      member(HaltonMethod.self), member(GridMethod.self), member(ListMethod.self), member(RandomMethod.self),
      member(TPEMethod.self),
    ])

  private static func member<Kind: SweepMethod>(_ kind: Kind.Type) -> Catalogue<any SweepMethod>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}

struct HaltonMethod: SweepMethod {
  static let name = "halton"
  static let abstract = "Quasi-random settings, which cover the ranges more evenly than random ones."

  init(_ options: inout OptionReader) {}

  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)? { HaltonSearch(space, seed: seed) }
}

struct RandomMethod: SweepMethod {
  static let name = "random"
  static let abstract = "Settings drawn independently of each other."

  init(_ options: inout OptionReader) {}

  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)? { RandomSearch(space, seed: seed) }
}

struct GridMethod: SweepMethod {
  static let name = "grid"
  static let abstract = "Every combination of the values, the last parameter changing fastest."

  init(_ options: inout OptionReader) {}

  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)? { GridSearch(space) }
}

struct ListMethod: SweepMethod {
  static let name = "list"
  static let abstract = "The settings that `points` lists, one trial each."

  init(_ options: inout OptionReader) {}

  /// - Returns: `nil`, since the points come from the sweep's own option.
  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)? { nil }
}

struct TPEMethod: SweepMethod {
  static let name = "tpe"
  static let abstract =
    "Settings like those of the best trials so far: a tree-structured Parzen estimator, batch by batch."

  private let batch: Int
  private let startup: Int

  init(_ options: inout OptionReader) {
    batch = options.read(
      "batch", .integer(.within(1...1000)), default: 8,
      help: "How many trials are chosen at once, from the results of all before them.")
    startup = options.read(
      "startup", .integer(.within(1...1000)), default: 10, help: "How many first trials are quasi-random.")
  }

  func search(_ space: SearchSpace, seed: UInt64) -> (any SearchMethod)? {
    TreeParzenEstimator(space, seed: seed, batch: batch, startup: startup)
  }
}

/// A way in which trials end before their last epoch.
struct SweepTermination: Configurable {
  static let name = "early_terminate"
  static let abstract = "Ends the worse trials early."

  private let rule: EarlyTermination
  private let minEpochs: Int
  private let eta: Int

  init(_ options: inout OptionReader) { self.init(&options, .hyperband) }

  fileprivate init(_ options: inout OptionReader, _ rule: EarlyTermination) {
    self.rule = rule
    minEpochs = options.read(
      "min_epochs", .integer(.within(1...100_000)), default: 1,
      help: "The epochs after which the first trials end.")
    eta = options.read(
      "eta", .integer(.within(2...100)), default: 3, help: "After each rung, one trial in this many goes on.")
  }

  /// Returns the rungs for a number of epochs; `nil` if there are fewer epochs than `min_epochs`.
  func schedule(epochs: Int) -> HalvingSchedule? {
    HalvingSchedule(rule, minEpochs: minEpochs, eta: eta, maxEpochs: epochs)
  }

  static let catalogue = Catalogue<SweepTermination>(
    "early termination",
    [
      Catalogue.Member(HyperbandRule.self) { SweepTermination(&$0, .hyperband) },
      Catalogue.Member(HalvingRule.self) { SweepTermination(&$0, .successiveHalving) },
    ])
}

/// The name and the sentence of Hyperband in the reference.
private struct HyperbandRule: Configurable {
  static let name = "hyperband"
  static let abstract = "Several brackets of successive halving, from many short trials to few long ones."
  init(_ options: inout OptionReader) { _ = SweepTermination(&options, .hyperband) }
}

/// The name and the sentence of successive halving in the reference.
private struct HalvingRule: Configurable {
  static let name = "successive_halving"
  static let abstract = "All trials begin, and after each rung one in `eta` goes on."
  init(_ options: inout OptionReader) { _ = SweepTermination(&options, .successiveHalving) }
}
