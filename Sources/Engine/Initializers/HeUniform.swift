import Options

/// A uniform distribution in ±√(6 / inputs) (He et al., 2015).
package struct HeUniform: Initializer {
  package static let name = "he_uniform"
  package static let abstract = "Uniform, with a spread for ReLU layers."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.uniform(shape, scale: 2, .input, stream)
  }
}
