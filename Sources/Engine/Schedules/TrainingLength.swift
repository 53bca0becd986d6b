/// The length of a whole training.
package struct TrainingLength: Sendable, Hashable {
  /// The number of steps in each epoch.
  package let stepsPerEpoch: Int
  /// The number of epochs, if no listener ends the training.
  package let epochs: Int

  package init(stepsPerEpoch: Int, epochs: Int) {
    self.stepsPerEpoch = stepsPerEpoch
    self.epochs = epochs
  }

  /// The number of steps; of type `Double`, so that the product cannot overflow.
  package var steps: Double { Double(stepsPerEpoch) * Double(epochs) }
}
