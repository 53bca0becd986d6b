import Options

/// A truncated normal distribution of variance 2 / (inputs + outputs) (Glorot and Bengio, 2010).
package struct GlorotNormal: Initializer {
  package static let name = "glorot_normal"
  package static let abstract = "Normal, with a spread for sigmoid and tanh layers."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.normal(shape, scale: 1, .average, stream)
  }
}
