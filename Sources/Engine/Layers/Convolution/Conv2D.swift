import Options

/// A convolution of images: `activation(kernel ∗ x + bias)` with a kernel of shape (height, width, channels, filters).
/// Images without channels, such as (28, 28), have one.
package struct Conv2D: ConvolutionLayer {
  package static let name = "conv2d"
  package static let abstract = "Looks for the same small patterns at every place of an image."
  package static var exampleLayers: [OptionValue] { [writtenExample, "flatten", exampleOutput] }

  static let dimensions = 2
  let convolution: Convolution

  package init(_ options: inout OptionReader) {
    convolution = Convolution(&options, dimensions: Self.dimensions)
  }
}
