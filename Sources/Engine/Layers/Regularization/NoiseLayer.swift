/// A layer that changes numbers at random in training, and passes them on as they are otherwise.
protocol NoiseLayer: Layer {
  /// Returns the operation that changes the numbers of a batch.
  func operation(at site: NetworkBuilder.Site) -> any Operation
}

extension NoiseLayer {
  package func outputShape(for input: [Int]) -> [Int] { input }

  package func build(into network: inout NetworkBuilder) {
    if network.isTraining { network.append(operation) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    if memory.isTraining {
      memory.addScratchSignal()
      memory.addOutput(shape: memory.shape, sharesGradient: true)
    }
  }
}
