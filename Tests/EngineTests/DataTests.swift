import Engine
import Testing

@Suite struct DataTests {
  @Test(
    "A validation split takes the tail, as Keras counts it.",
    arguments: [
      (count: 10, fraction: 0.1, training: 9), (10, 0.25, 7), (7, 0.3, 4), (5, 0, 5), (5, 1, 0),
    ])
  func split(count: Int, fraction: Double, training: Int) {
    let data = Fixture.classes(count, width: 2, classes: 3)
    let (head, tail) = data.split(validation: fraction)
    #expect(head.count == training && tail.count == count - training)
    guard case .classes(let all, _) = data.targets, case .classes(let labels, _) = tail.targets else {
      return
    }
    #expect(labels == Array(all.suffix(count - training)))
    #expect(Fixture.rows(tail.samples) == Array(Fixture.rows(data.samples).suffix(count - training)))
  }

  @Test("A prefix holds the first samples, or all.")
  func prefix() {
    let data = Fixture.numbers(5, width: 2, targets: 3)
    #expect(data.prefix(9).count == 5)
    let two = data.prefix(2)
    #expect(Fixture.rows(two.samples) == Array(Fixture.rows(data.samples).prefix(2)))
    guard case .numbers(let numbers, let width) = two.targets else { return }
    #expect(numbers.count == 6 && width == 3)
  }

  @Test("Accuracy takes the first of the largest outputs, or for one output whether it is above a half.")
  func accuracy() throws {
    let inputs: [Float] = [0.2, 0.2, 0.1, 0.9, 0.3, 0.4]
    let data = LabeledSamples(
      samples: Samples(shape: [2], count: 3, storage: .floats(inputs)),
      targets: .classes([0, 1, 0], names: ["a", "b"]))
    let model = try Fixture.model([2], [ActivationLayer(Linear())])
    let trained = TrainedModel(model: model, weights: Weights(layers: []))
    #expect(try trained.predictClasses(data.samples).map(\.classIndex) == [0, 1, 1])
    let result = try trained.evaluate(data, loss: MeanSquaredError(), metrics: [Accuracy()])
    #expect(result.metrics == [MetricValue(Accuracy().quantity, 2 / 3)])

    let single = LabeledSamples(
      samples: Samples(shape: [1], count: 4, storage: .floats([0.5, 0.51, 0.2, 0.7])),
      targets: .classes([0, 1, 1, 1], names: ["a", "b"]))
    let one = TrainedModel(
      model: try Fixture.model([1], [ActivationLayer(Linear())]), weights: Weights(layers: []))
    let binary = try one.evaluate(single, loss: MeanSquaredError(), metrics: [Accuracy()])
    #expect(binary.metrics.first?.value == 0.75)
  }
}
