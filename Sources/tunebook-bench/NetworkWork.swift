import Engine

/// One epoch of training a network with equal hidden layers, the work that other libraries do too.
struct NetworkWork {
  let name: String
  let hiddenLayers: Int
  let units: Int
  let activation: any Activation
  let batchSize: Int
  let learningRate: Double
  /// The number by which pixels are divided.
  let divisor: Float
  let threads: Int

  static let tutorial = NetworkWork(
    name: "tutorial", hiddenLayers: 3, units: 30, activation: Sigmoid(), batchSize: 50, learningRate: 0.01,
    divisor: 1, threads: 1)
  static let deep = NetworkWork(
    name: "deep", hiddenLayers: 10, units: 30, activation: Relu(), batchSize: 50, learningRate: 0.01,
    divisor: 1, threads: 1)
  static let wide = NetworkWork(
    name: "wide", hiddenLayers: 2, units: 512, activation: Relu(), batchSize: 128, learningRate: 0.01,
    divisor: 255, threads: 2)

  func measure(_ context: BenchContext) throws -> [Measurement] {
    let trainer = try makeTrainer(context.data.training(scale: 1 / divisor))
    return try context.timeEpochs(of: trainer, name, threads: threads) { library, folder in
      try context.peers.time(library, self, mnist: folder)
    }
  }

  private func makeTrainer(_ training: LabeledSamples) throws -> Trainer {
    let hidden: [any Layer] = (0..<hiddenLayers).map { _ in Dense(units: units, activation: activation) }
    let layers: [any Layer] = [Flatten()] + hidden + [Dense(units: 10, activation: Softmax())]
    let model = try Model(inputShape: training.samples.shape, layers: layers)
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: learningRate), metrics: [Accuracy()],
      batchSize: batchSize, threads: threads)
    return try Trainer(model: model, options: options, training: training, validation: nil)
  }
}
