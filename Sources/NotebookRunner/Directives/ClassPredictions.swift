import Engine

/// A trained model's answers to labelled samples.
struct ClassPredictions: Sendable {
  let truth: [Int32]
  let predicted: [Int32]
  /// The probability that the model gave to the class it predicted.
  let probabilities: [Float]

  init(_ model: TrainedModel, _ samples: Samples, truth: [Int32], threads: Int) throws {
    let outputs = try model.predict(samples, threads: threads)
    let width = model.model.outputCount
    self.truth = truth
    var predicted: [Int32] = []
    var probabilities: [Float] = []
    for start in stride(from: 0, to: outputs.count, by: width) {
      let answer = Self.answer(outputs[start..<start + width])
      predicted.append(answer.predicted)
      probabilities.append(answer.probability)
    }
    self.predicted = predicted
    self.probabilities = probabilities
  }

  /// The class of the greatest output, the first of equal ones; of a single output, whether it is above one half.
  private static func answer(_ outputs: ArraySlice<Float>) -> (predicted: Int32, probability: Float) {
    if outputs.count == 1, let output = outputs.first {
      return output > 0.5 ? (1, output) : (0, 1 - output)
    }
    var best = outputs.startIndex
    for index in outputs.indices where outputs[index] > outputs[best] { best = index }
    return (Int32(best - outputs.startIndex), outputs[best])
  }
}
