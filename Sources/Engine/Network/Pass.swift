/// One pass of a batch through a network: its purpose, and its place in the training.
package struct Pass: Sendable, Hashable {
  /// A Boolean value that makes layers behave as in training: dropout drops, and normalization uses the statistics
  /// of the batch.
  package let isTraining: Bool
  /// A Boolean value that lets layers update state that is not trained, such as running means.
  package let movesState: Bool
  package let seed: UInt64
  /// The number of epochs done before it.
  package let epoch: Int
  /// The number of steps taken before it since training began.
  package let step: Int

  /// The pass of predictions, measurements and validation.
  package static let inference = Pass(isTraining: false, movesState: false, seed: 0, epoch: 0, step: 0)

  package static func training(seed: UInt64, epoch: Int, step: Int) -> Pass {
    Pass(isTraining: true, movesState: true, seed: seed, epoch: epoch, step: step)
  }

  /// The same pass, for computing a gradient without changing the state of the network.
  package var leavingState: Pass {
    Pass(isTraining: isTraining, movesState: false, seed: seed, epoch: epoch, step: step)
  }

  /// Returns the random numbers of one layer in this pass. They depend on the seed, the layer and the step alone.
  package func randomNumbers(ofLayer layer: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .layer, layer: layer, step: step)
  }
}
