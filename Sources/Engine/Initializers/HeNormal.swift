import Options

/// A truncated normal distribution of variance 2 / inputs (He et al., 2015).
package struct HeNormal: Initializer {
  package static let name = "he_normal"
  package static let abstract = "Normal, with a spread for ReLU layers."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.normal(shape, scale: 2, .input, stream)
  }
}
