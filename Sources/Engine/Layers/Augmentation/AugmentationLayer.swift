import Options

/// A layer that changes each image at random in training, and leaves it as it is otherwise.
///
/// It stands before all weights, so that it computes no gradient.
protocol AugmentationLayer: Layer {
  /// The numbers where the change leaves a place empty.
  var filling: ImageFilling { get }

  /// Returns the change of an image.
  ///
  /// - Parameter draws: random numbers of this image in this step.
  func transform(height: Int, width: Int, _ draws: RandomDraws) -> AffineTransform
}

/// Two random numbers in [0, 1).
package struct RandomDraws: Sendable {
  package let first: Double
  package let second: Double

  package init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
  }

  /// Creates the numbers from the upper 24 bits of two words.
  package init(words first: UInt32, _ second: UInt32) {
    self.init(Double(Float(unit: first)), Double(Float(unit: second)))
  }
}

extension ClosedRange<Double> {
  /// Returns the number that lies at a share of the range.
  func at(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}

extension AugmentationLayer {
  package var augmentsInputs: Bool { true }

  package static var exampleLayers: [OptionValue] {
    [writtenExample, ["conv2d": ["filters": 8, "kernel_size": 3]], "flatten", exampleOutput]
  }

  /// Takes images of shape (height, width) or (height, width, channels), and returns the same shape.
  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    _ = try ImageShape(input, dimensions: 2, layer: Self.name)
    return input
  }

  package func build(into network: inout NetworkBuilder) {
    guard network.isTraining,
      let image = try? ImageShape(network.output.shape, dimensions: 2, layer: Self.name)
    else { return }
    network.append { AugmentationOperation($0, image, self) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    guard memory.isTraining else { return }
    memory.addBuffer(positions: 1, width: AugmentationOperation.wordsPerSample)
    memory.addChangedInputs()
  }
}
