import Options

/// A truncated normal distribution of variance 1 / inputs (LeCun et al., 1998).
package struct LecunNormal: Initializer {
  package static let name = "lecun_normal"
  package static let abstract = "Normal, with a variance of one over the inputs."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    VarianceScaling.normal(shape, scale: 1, .input, stream)
  }
}
