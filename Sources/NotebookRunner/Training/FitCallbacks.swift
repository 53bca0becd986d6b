import Diagnostics
import Engine
import NotebookResults
import Options

/// The options of a fit that watch its epochs: they end it early, lower its learning rate, or choose the epoch whose
/// weights are kept.
struct FitCallbacks: Sendable {
  private let stopping: Stopping?
  private let reduction: Reduction?
  private let keep: Keep?

  private struct Stopping: Sendable {
    let monitor: String
    let patience: Int
    let minDelta: Double
    let restoresBest: Bool
    let firstEpoch: Int

    init(_ options: inout OptionReader) {
      monitor = options.read(
        "monitor", .text, default: "val_loss", help: "What has to improve: a quantity of the fit's history.")
      patience = options.read(
        "patience", .integer(.within(0...100_000)), default: 0,
        help: "How many epochs without an improvement end the training.")
      minDelta = options.read(
        "min_delta", .number(.nonnegativeFloat), default: 0,
        help: "The difference that counts as an improvement.")
      restoresBest = options.read(
        "restore_best_weights", .flag, default: false,
        help: "Whether to end with the weights and the results of the best epoch, not those of the last.")
      firstEpoch = options.read(
        "start_from_epoch", .integer(.within(0...100_000)), default: 0,
        help: "How many epochs at the beginning are not watched.")
    }
  }

  private struct Reduction: Sendable {
    let monitor: String
    let factor: Double
    let patience: Int
    let minDelta: Double
    let cooldown: Int
    let smallestRate: Double

    init(_ options: inout OptionReader) {
      monitor = options.read(
        "monitor", .text, default: "val_loss", help: "What has to improve: a quantity of the fit's history.")
      factor = options.read(
        "factor", .number(.between(0, 1)), default: 0.1, help: "The factor of the learning rate.")
      patience = options.read(
        "patience", .integer(.within(0...100_000)), default: 10,
        help: "How many epochs without an improvement lower the rate.")
      minDelta = options.read(
        "min_delta", .number(.nonnegativeFloat), default: 0.0001,
        help: "The difference that counts as an improvement.")
      cooldown = options.read(
        "cooldown", .integer(.within(0...100_000)), default: 0,
        help: "How many epochs after each reduction are not counted.")
      smallestRate = options.read(
        "min_lr", .number(.nonnegativeFloat), default: 0, help: "The smallest learning rate.")
    }
  }

  private struct Keep: Sendable {
    let monitor: String

    init(_ options: inout OptionReader) {
      monitor = options.read(
        "best", .text, help: "What is best in that epoch: a quantity of the fit's history, such as val_loss.")
    }
  }

  init(_ options: inout OptionReader) {
    stopping = options.readIfPresent(
      "early_stopping", .group(of: "early_stopping") { Stopping(&$0) },
      help: "End the training when a quantity no longer improves.")
    reduction = options.readIfPresent(
      "reduce_lr_on_plateau", .group(of: "reduce_lr_on_plateau") { Reduction(&$0) },
      help: "Lower the learning rate when a quantity no longer improves.")
    keep = options.readIfPresent(
      "keep", .group(of: "keep") { Keep(&$0) },
      help: "End with the weights and the results of the best epoch, as in `{best: val_loss}`.")
  }

  var mayEndEarly: Bool { stopping != nil }
  static let options = ["early_stopping", "reduce_lr_on_plateau", "keep"]

  var lowersRate: Bool { reduction != nil }
  var keepsBest: Bool { keep != nil || stopping?.restoresBest == true }

  /// Returns false after reporting a quantity that the fit does not record, or two choices of the best epoch.
  func check(against recorded: [RecordedQuantity], _ context: inout PlanContext) -> Bool {
    let watched = [
      ("early_stopping", stopping?.monitor), ("reduce_lr_on_plateau", reduction?.monitor),
      ("keep", keep?.monitor),
    ]
    for case (let option, let name?) in watched where !recorded.contains(where: { $0.name == name }) {
      context.report(FitCallbackProblem.notRecorded(name, known: recorded.map(\.name)), at: option)
      return false
    }
    if keep != nil, stopping?.restoresBest == true {
      context.report(FitCallbackProblem.twoBestEpochs, at: "keep")
      return false
    }
    return true
  }

  func listeners(of signature: FitSignature) -> [any TrainingListener & Sendable] {
    var listeners: [any TrainingListener & Sendable] = []
    if let stopping, let monitor = Self.monitor(stopping.monitor, of: signature) {
      listeners.append(
        EarlyStopping(
          monitor: monitor, patience: stopping.patience, minDelta: stopping.minDelta,
          startFromEpoch: stopping.firstEpoch))
    }
    if let reduction, let monitor = Self.monitor(reduction.monitor, of: signature) {
      listeners.append(
        ReduceLearningRate(
          monitor: monitor, factor: reduction.factor, patience: reduction.patience,
          minDelta: reduction.minDelta, cooldown: reduction.cooldown, smallestRate: reduction.smallestRate))
    }
    return listeners
  }

  /// Returns the choice of the epoch whose weights are kept; `nil` if they are those of the last.
  func kept(of signature: FitSignature) -> BestEpoch? {
    if let keep { return Self.monitor(keep.monitor, of: signature).map { BestEpoch(by: $0) } }
    guard let stopping, stopping.restoresBest else { return nil }
    return Self.monitor(stopping.monitor, of: signature).map {
      BestEpoch(by: $0, minDelta: stopping.minDelta)
    }
  }

  /// Returns a sentence for the page about the epoch whose weights are kept.
  ///
  /// - Parameter bestEpochs: the number of the epoch for each seed.
  func outputs(_ bestEpochs: [Int?]) -> [Output] {
    let kept = bestEpochs.compactMap(\.self)
    guard let first = kept.first, let name = keep?.monitor ?? stopping?.monitor else { return [] }
    if kept.count == 1 { return [.text(.phrase(.bestEpochKept, [String(first), name]))] }
    return [.text(.phrase(.bestEpochsKept, [kept.map(String.init).joined(separator: ", "), name]))]
  }

  private static func monitor(_ name: String, of signature: FitSignature) -> Monitor? {
    signature.recorded.first { $0.name == name }.map { recorded in
      Monitor(
        name: name, recorded.quantity, isLoss: recorded.quantity == signature.recorded.first?.quantity,
        isValidation: recorded.role.isHeldOut)
    }
  }
}
