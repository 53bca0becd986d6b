/// A directive whose work is trainings that can be done apart from each other, on any machine that shares the store.
package protocol TrainingWork: Directive {
  /// Returns the trainings that are known now, in an order that does not depend on the store. Those that depend on
  /// results of others follow once these are stored.
  func trainings(_ context: RunContext) async throws -> [PlannedTraining]
}

/// A training of a cell until an epoch, with one seed.
package struct PlannedTraining: Sendable {
  /// The work regardless of its length: trainings of equal keys continue each other.
  let key: CellKey
  /// The epochs after which it is done.
  let epochs: Int
  /// The epochs that earlier trainings of the same cell have done.
  let before: Int
  /// The approximate count of numbers that an epoch processes.
  let epochSize: Double
  /// The bytes that it takes.
  let memory: Double
  /// Returns the part of it that is stored by now.
  let progress: @Sendable () -> TrainingProgress
  /// Brings it here from the cache, and returns whether it is stored now.
  let fetch: @Sendable () async -> Bool
  /// Trains the epochs that are not stored.
  let train: @Sendable () async throws -> Void
  /// Returns the work of doing it again, once it is done, to compare the bits.
  let verification: @Sendable () -> PlannedTraining

  /// The approximate count of numbers that its own epochs process.
  var size: Double { Double(epochs - before) * epochSize }
}

/// The part of a training that is stored.
struct TrainingProgress: Sendable, Hashable {
  let epochs: Int
  /// True if nothing is left to do: all epochs are stored, or that no more can follow.
  let isDone: Bool
  /// True if it was done again and had other bits.
  var differs = false
}
