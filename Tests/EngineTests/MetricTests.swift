import Engine
import Foundation
import Testing

/// scikit-learn on the same outputs: `Tests/Golden/Engine/sklearn_metrics.py` made the record.
@Suite struct MetricTests {
  struct Golden: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Value: Decodable {
      let metric: String
      let options: [GoldenSetting]
      let value: Double
    }

    struct ClassValues: Decodable {
      let metric: String
      let options: [GoldenSetting]
      let values: [Double]
    }

    let name: String
    let classes: Int?
    let truth: [Int32]?
    let targets: [Float]?
    let outputs: [Float]
    let width: Int
    let values: [Value]
    let eachClass: [ClassValues]?
    var testDescription: String { name }

    var count: Int { outputs.count / width }

    var answers: Targets {
      truth.map { truth in
        .classes(truth, names: (0..<(classes ?? 0)).map { "class \($0)" })
      } ?? .numbers(targets ?? [], width: width)
    }
  }

  static let golden = GoldenFile.read("sklearn_metrics.json", as: Golden.self)?.cases ?? []

  /// Evaluates a network whose outputs are its inputs, or the probabilities that they stand for.
  private func evaluate(_ example: Case, _ metric: any Metric) throws -> MetricValue {
    let squeezing: any Activation = if example.width == 1 { Sigmoid() } else { Softmax() }
    let activation = metric.needsProbabilities ? squeezing : Linear()
    func sum(_ p: Float) -> Float {
      Float(log(Double(p)) - (example.width == 1 ? log(1 - Double(p)) : 0))
    }
    let inputs = metric.needsProbabilities ? example.outputs.map(sum) : example.outputs
    let data = LabeledSamples(
      samples: Samples(shape: [example.width], count: example.count, storage: .floats(inputs)),
      targets: example.answers)
    let model = try Fixture.model([example.width], [ActivationLayer(activation)])
    let evaluation = try TrainedModel(model: model, weights: Weights(layers: []))
      .evaluate(data, loss: MeanSquaredError(), metrics: [metric])
    return try #require(evaluation.metrics.first)
  }

  @Test("Metrics equal scikit-learn's.", arguments: golden)
  func equalsScikitLearn(_ example: Case) throws {
    for expected in example.values {
      let metric = try Metrics.catalogue.made(expected.metric, expected.options)
      let value = try evaluate(example, metric).value
      // Probabilities went through softmax or sigmoid first.
      let tolerance = metric.needsProbabilities ? 1e-6 : 1e-12
      #expect(
        abs(value - expected.value) <= tolerance * max(1, abs(expected.value)),
        "\(metric.quantity.name): \(value), not \(expected.value)")
    }
  }

  @Test("Scores of each class equal scikit-learn's, and are no single value.", arguments: golden)
  func ofEachClass(_ example: Case) throws {
    for expected in example.eachClass ?? [] {
      let metric = try Metrics.catalogue.made(expected.metric, expected.options)
      #expect(metric.isPerClass && metric.quantity.name.hasSuffix("_none"))
      let values = try #require(try evaluate(example, metric).classValues)
      #expect(values.count == expected.values.count)
      for (value, other) in zip(values, expected.values) { #expect(abs(value - other) <= 1e-12) }
    }
    #expect(try evaluate(example, MeanSquaredErrorMetric()).classValues == nil)
  }

  @Test("The record of scikit-learn holds every metric.")
  func isWhole() {
    #expect(
      Set(Self.golden.flatMap { $0.values.map(\.metric) }) == Set(Metrics.catalogue.names))
  }

  @Test("Training measures all samples of an epoch at once, whatever its batches.", arguments: [1, 7, 64])
  func exactOverEpoch(batch: Int) throws {
    let data = Fixture.classes(45, width: 6, classes: 3)
    let model = try Fixture.dense(6, [(3, Softmax())])
    let metrics = try Metrics.catalogue.names.map { try Metrics.catalogue.made($0) }
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: 0), metrics: metrics, batchSize: batch,
      shuffle: false)
    let trainer = try Trainer(model: model, options: options, training: data, validation: data)
    for _ in 0..<2 {
      let epoch = try trainer.trainEpoch()
      let validation = try #require(epoch.validation)
      #expect(epoch.metrics.map(\.quantity) == metrics.map(\.quantity))
      for (one, other) in zip(epoch.metrics, validation.metrics) {
        #expect(abs(one.value - other.value) <= 1e-12, "\(one.quantity.name)")
      }
    }
  }

  @Test("A loss may be a metric too, under a name of its own.")
  func lossAsMetric() throws {
    let options = TrainingOptions(
      loss: MeanSquaredError(), metrics: [MeanSquaredErrorMetric(), MeanAbsoluteErrorMetric()], batchSize: 4)
    let trainer = try Trainer(
      model: try Fixture.dense(6, [(2, Linear())]), options: options,
      training: Fixture.numbers(14, width: 6, targets: 2), validation: nil)
    let epoch = try trainer.trainEpoch()
    #expect(options.loss.quantity.name == "loss")
    #expect(epoch.metrics.map(\.quantity.name) == ["mean_squared_error", "mean_absolute_error"])
    #expect(abs(epoch.metrics[0].value - epoch.loss) < 1e-6 * epoch.loss)
    #expect(epoch.metrics[1].value < epoch.metrics[0].value.squareRoot())
  }

  @Test("Options that change a metric change its name, and only whole samples count as such.")
  func quantities() throws {
    let plain = Metrics.catalogue.members.map(\.standard)
    #expect(plain.map(\.quantity.name) == Metrics.catalogue.names)
    let counting = plain.filter(\.quantity.countsSamples).map(\.name)
    #expect(counting == ["accuracy", "top_k_categorical_accuracy"])
    let others: [any Metric] = [
      Precision(average: .macro), Precision(average: .micro), Precision(threshold: 0.3),
      Recall(average: .weighted, threshold: 0.25), FBetaScore(beta: 2),
      FBetaScore(beta: 0.5, average: .macro),
      TopKCategoricalAccuracy(k: 3), CalibrationError(bins: 15), ROCAUC(average: .micro),
    ]
    #expect(
      others.map(\.quantity.name) == [
        "precision_macro", "precision_micro", "precision_at_0_3", "recall_weighted_at_0_25",
        "fbeta_score_beta_2", "fbeta_score_beta_0_5_macro", "top_k_categorical_accuracy_3",
        "calibration_error_15", "roc_auc_micro",
      ])
    #expect(others[1].quantity.label.english == "precision (micro average)")
  }

  @Test("Metrics are refused where they mean nothing.")
  func refusals() throws {
    func problem(_ metric: any Metric, _ activation: any Activation, _ data: LabeledSamples)
      -> TrainingProblem?
    {
      do {
        let model = try Fixture.dense(4, [(data.targetForm == .classes(2) ? 1 : 3, activation)])
        let options = TrainingOptions(loss: MeanSquaredError(), metrics: [metric])
        try options.check(model, sampleShape: [4], targets: data.targetForm)
        return nil
      } catch { return error as? TrainingProblem }
    }
    let (classes, pairs) = (
      Fixture.classes(3, width: 4, classes: 3), Fixture.classes(3, width: 4, classes: 2)
    )
    let numbers = Fixture.numbers(3, width: 4, targets: 3)
    for metric: any Metric in [Precision(), ROCAUC(), LogLoss(), TopKCategoricalAccuracy(), CohenKappa()] {
      #expect(problem(metric, Softmax(), numbers) == .metricNeedsClasses(metric.name))
    }
    #expect(
      problem(TopKCategoricalAccuracy(), Sigmoid(), pairs)
        == .metricNeedsSeveralOutputs("top_k_categorical_accuracy"))
    #expect(
      problem(LogLoss(), Relu(), classes) == .metricNeedsProbabilities(metric: "log_loss", found: "relu"))
    #expect(problem(R2Score(), Linear(), numbers) == nil && problem(R2Score(), Linear(), classes) == nil)
  }

  @Test(
    "Samples of one class cannot be ranked, in training, validation or evaluation.",
    arguments: [ROCAUC(), AveragePrecision(average: .weighted)] as [any Metric])
  func oneClass(_ metric: any Metric) throws {
    func data(_ labels: [Int32]) -> LabeledSamples {
      LabeledSamples(
        samples: Samples(shape: [1], count: labels.count, storage: .floats(labels.map { Float($0) })),
        targets: .classes(labels, names: ["no", "yes"]))
    }
    let model = try Fixture.dense(1, [(1, Sigmoid())])
    let options = TrainingOptions(loss: BinaryCrossentropy(), metrics: [metric])
    let (both, one) = (data([0, 1, 1]), data([1, 1]))
    let problem = TrainingProblem.metricNeedsOtherClasses(metric: metric.name, onlyClass: "yes")
    #expect(throws: problem) {
      try Trainer(model: model, options: options, training: one, validation: nil)
    }
    #expect(throws: problem) {
      try Trainer(model: model, options: options, training: both, validation: one)
    }
    let trained = TrainedModel(model: model, weights: model.initialWeights(seed: 1))
    #expect(throws: problem) {
      try trained.evaluate(one, loss: BinaryCrossentropy(), metrics: [metric])
    }
    let micro = try trained.evaluate(one, loss: BinaryCrossentropy(), metrics: [ROCAUC(average: .micro)])
    #expect(micro.metrics.map { (0...1).contains($0.value) } == [true])
  }

  @Test("The memory of scores is counted for training and validation.")
  func memory() throws {
    let model = try Fixture.dense(4, [(3, Softmax())])
    func bytes(_ metrics: [any Metric], isValidated: Bool) -> Double {
      TrainingMemory(
        of: model, options: TrainingOptions(metrics: metrics), samples: 1000, isValidated: isValidated,
        validationSamples: 500, measuresLayers: false
      ).metrics
    }
    #expect(bytes([Precision(), R2Score()], isValidated: true) == 0)
    let ranked = bytes([ROCAUC()], isValidated: false)
    #expect(ranked >= 1000 * (3 * 4 + 4))
    #expect(bytes([ROCAUC()], isValidated: true) == 1.5 * ranked)
    #expect(ROCAUC(average: .micro).memory(samples: 1e9, outputs: 65536) > 1e15)
  }
}
