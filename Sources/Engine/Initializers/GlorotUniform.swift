import Options

/// A uniform distribution in ±√(6 / (inputs + outputs)) (Glorot and Bengio, 2010).
package struct GlorotUniform: Initializer {
  package static let name = "glorot_uniform"
  package static let abstract = "Uniform, with a spread for sigmoid and tanh layers; the usual choice."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.uniform(shape, scale: 1, .average, stream)
  }
}
