/// The conditions on networks that give back their inputs.
enum Reconstruction {
  /// Returns whether outputs stand for inputs number by number: in the same shape, where a last dimension of 1 makes no
  /// difference, or as one row.
  static func matches(outputs: [Int], inputs: [Int]) -> Bool {
    withoutSingleChannel(outputs) == withoutSingleChannel(inputs) || outputs == [inputs.reduce(1, *)]
  }

  private static func withoutSingleChannel(_ shape: [Int]) -> [Int] {
    shape.count > 1 && shape.last == 1 ? Array(shape.dropLast()) : shape
  }
}

extension Loss {
  /// Checks that the inputs that a network gives back are numbers that the loss can compare.
  ///
  /// - Throws: `lossNeedsShares` with a number that is not between 0 and 1, if the loss compares shares.
  func checkTargets(of data: LabeledSamples) throws(TrainingProblem) {
    guard case .inputs = data.targets, comparesShares, let wrong = data.samples.firstNumberBeyondShares
    else { return }
    throw .lossNeedsShares(loss: name, found: Double(wrong))
  }
}

extension Samples {
  /// The first number that is no share between 0 and 1.
  fileprivate var firstNumberBeyondShares: Float? {
    switch storage {
    case .bytes(let bytes, let scale):
      bytes.lazy.map { Float($0) * scale }.first { !(0...1).contains($0) }
    case .floats(let floats): floats.first { !(0...1).contains($0) }
    }
  }
}
