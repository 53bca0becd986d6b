import Options

/// A uniform distribution in [minimum, maximum).
package struct RandomUniform: Initializer {
  package static let name = "random_uniform"
  package static let abstract = "Uniform between two numbers."

  private let minimum: Float
  private let maximum: Float

  package init(minimum: Float = -0.05, maximum: Float = 0.05) {
    self.minimum = minimum
    self.maximum = maximum
  }

  package init(_ options: inout OptionReader) {
    minimum = Float(options.read("minval", .number(.anyFloat), default: -0.05, help: "The least number."))
    maximum = Float(options.read("maxval", .number(.anyFloat), default: 0.05, help: "The bound above."))
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    let span = maximum - minimum
    return stream.words(shape.reduce(1, *)).map { minimum + span * Float(unit: $0) }
  }
}
