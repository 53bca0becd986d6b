import Options

/// A convolution of sequences: `activation(kernel ∗ x + bias)` with a kernel of shape (steps, channels, filters). An
/// image is read as a sequence of its rows.
package struct Conv1D: ConvolutionLayer {
  package static let name = "conv1d"
  package static let abstract = "Looks for the same short patterns at every step of a sequence."
  package static var exampleLayers: [OptionValue] { [writtenExample, "flatten", exampleOutput] }

  static let dimensions = 1
  let convolution: Convolution

  package init(_ options: inout OptionReader) {
    convolution = Convolution(&options, dimensions: Self.dimensions)
  }
}
