import Options

/// A uniform distribution in ±√(3 / inputs) (LeCun et al., 1998).
package struct LecunUniform: Initializer {
  package static let name = "lecun_uniform"
  package static let abstract = "Uniform, with a variance of one over the inputs."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.uniform(shape, scale: 1, .input, stream)
  }
}
