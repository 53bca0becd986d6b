/// An observer of a training, which may end it.
///
/// The state that a listener keeps between epochs must depend on the epochs alone: a training that continues from stored
/// epochs tells its listeners of those epochs again, and not of their steps.
package protocol TrainingListener {
  /// True if its decisions depend on the requested number of epochs. A shorter training is then not the beginning of a
  /// longer one.
  var dependsOnLength: Bool { get }

  /// Returns the learning rate of the coming steps, given the one that the optimizer's schedule has for them.
  func learningRate(_ rate: Double) -> Double

  /// Called after each step.
  ///
  /// - Returns: the reason to end the training here, or `nil` to go on. The epoch then consists of the steps so far; it
  ///   is measured and counted like any other.
  /// - Throws: an error to end the training at once, without the epoch.
  mutating func finished(_ step: Step) throws -> TrainingStop?

  /// Called now and then while the validation data is measured.
  ///
  /// - Throws: an error to end the training at once, without the epoch.
  mutating func validated(share: Double) throws

  /// Called after each epoch.
  ///
  /// - Returns: the reason to end the training here, or `nil` to go on.
  /// - Throws: an error to end the training at once.
  mutating func finished(_ epoch: EpochMetrics) throws -> TrainingStop?
}

extension TrainingListener {
  package var dependsOnLength: Bool { false }
  package func learningRate(_ rate: Double) -> Double { rate }
  package mutating func finished(_ step: Step) throws -> TrainingStop? { nil }
  package mutating func validated(share: Double) throws {}
  package mutating func finished(_ epoch: EpochMetrics) throws -> TrainingStop? { nil }
}

/// The reason why a training ended before the last of its epochs, as a sentence in each language of the report.
package struct TrainingStop: Sendable, Hashable, Codable {
  package let english: String
  package let japanese: String

  package init(english: String, japanese: String) {
    self.english = english
    self.japanese = japanese
  }
}

/// Several listeners, all of which hear of everything; the first that gives a reason is the one that ends the training.
extension [any TrainingListener]: TrainingListener {
  package var dependsOnLength: Bool { contains(where: \.dependsOnLength) }

  package func learningRate(_ rate: Double) -> Double { reduce(rate) { $1.learningRate($0) } }

  package mutating func finished(_ step: Step) throws -> TrainingStop? {
    try firstReason { try $0.finished(step) }
  }

  package mutating func validated(share: Double) throws {
    for index in indices { try self[index].validated(share: share) }
  }

  package mutating func finished(_ epoch: EpochMetrics) throws -> TrainingStop? {
    try firstReason { try $0.finished(epoch) }
  }

  private mutating func firstReason(
    _ ask: (inout any TrainingListener) throws -> TrainingStop?
  ) rethrows -> TrainingStop? {
    var first: TrainingStop?
    for index in indices {
      let reason = try ask(&self[index])
      first = first ?? reason
    }
    return first
  }
}
