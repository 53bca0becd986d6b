import Datasets
import Engine
import Options

/// One epoch of training a network with layers beyond dense ones, the work that other libraries do too.
struct LayerWork {
  let name: String
  /// The layers before the last, as notebooks write them.
  let hidden: [OptionValue]

  static let threads = 2
  private static let batchSize = 128

  static let convnet = LayerWork(
    name: "convnet",
    hidden: [
      ["conv2d": ["filters": 32, "kernel_size": 3, "activation": "relu"]], "max_pooling2d",
      ["conv2d": ["filters": 64, "kernel_size": 3, "activation": "relu"]], "max_pooling2d",
      "flatten", ["dropout": ["rate": 0.5]],
    ])
  static let lenet = LayerWork(
    name: "lenet",
    hidden: [
      ["conv2d": ["filters": 6, "kernel_size": 5, "padding": "same", "activation": "tanh"]],
      "average_pooling2d", ["conv2d": ["filters": 16, "kernel_size": 5, "activation": "tanh"]],
      "average_pooling2d", "flatten", ["dense": ["units": 120, "activation": "tanh"]],
      ["dense": ["units": 84, "activation": "tanh"]],
    ])
  static let batchnorm = LayerWork(
    name: "batchnorm",
    hidden: ["flatten"] + twice([["dense": 256], "batch_normalization", ["activation": "relu"]]))
  static let dropout = LayerWork(
    name: "dropout",
    hidden: ["flatten"]
      + twice([["dense": ["units": 512, "activation": "relu"]], ["dropout": ["rate": 0.2]]]))
  static let lstm = LayerWork(name: "lstm", hidden: [["lstm": 64]])
  static let gru = LayerWork(name: "gru", hidden: [["gru": 64]])

  private static func twice(_ layers: [OptionValue]) -> [OptionValue] { layers + layers }

  func measure(_ context: BenchContext) throws -> [Measurement] {
    let trainer = try makeTrainer(context.data.training(scale: 1 / Float(255)))
    return try context.timeEpochs(of: trainer, name, threads: Self.threads) { library, folder in
      try context.peers.time(library, self, mnist: folder)
    }
  }

  private func makeTrainer(_ training: LabeledSamples) throws -> Trainer {
    var findings = OptionFindings()
    let kind = OptionKind.member(of: Layers.catalogue)
    let layers = hidden.compactMap { kind.read($0, name, &findings)?.value }
    let model = try Model(
      inputShape: training.samples.shape, layers: layers + [Dense(units: 10, activation: Softmax())])
    let options = TrainingOptions(
      optimizer: Adam(learningRate: 0.001), metrics: [Accuracy()], batchSize: Self.batchSize,
      threads: Self.threads)
    return try Trainer(model: model, options: options, training: training, validation: nil)
  }
}
