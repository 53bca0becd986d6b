/// One pass of a batch through a network: its purpose, and its place in the training.
package struct Pass: Sendable, Hashable {
  /// Layers behave as in training: dropout drops, and normalization takes the batch's own statistics.
  package let isTraining: Bool
  /// Layers may move state of their own that is not trained, such as running means.
  package let movesState: Bool
  package let seed: UInt64
  /// The number of epochs done before it.
  package let epoch: Int
  /// The number of steps taken before it since training began.
  package let step: Int

  /// Answers, measurements and validation.
  package static let inference = Pass(isTraining: false, movesState: false, seed: 0, epoch: 0, step: 0)

  package static func training(seed: UInt64, epoch: Int, step: Int) -> Pass {
    Pass(isTraining: true, movesState: true, seed: seed, epoch: epoch, step: step)
  }

  /// The same pass for a gradient alone, after which the network is as it was.
  package var leavingState: Pass {
    Pass(isTraining: isTraining, movesState: false, seed: seed, epoch: epoch, step: step)
  }

  /// The random numbers of one layer in this pass: equal for equal seeds, layers and steps, whatever else was drawn.
  package func randomNumbers(ofLayer layer: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .layer, layer: layer, step: step)
  }
}
