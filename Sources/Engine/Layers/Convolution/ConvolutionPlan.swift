import CKernels

/// The layout of a convolution's patches in memory, and of those for the gradient of its input.
///
/// The gradient of the input is a convolution too: of the outputs' gradient, spread by the strides within a border of
/// zeros, with the kernel turned around.
struct ConvolutionPlan: Sendable {
  let input: ImageShape
  let output: ImageShape
  let vertical: Window
  let horizontal: Window

  /// - Returns: `nil` for a shape that the layer does not take, which its model has reported.
  init?(_ layer: some ConvolutionLayer, _ shape: [Int]) {
    guard
      let input = try? ImageShape(shape, dimensions: type(of: layer).dimensions, layer: type(of: layer).name),
      let output = try? input.sliding(
        layer.convolution.windows, channels: layer.convolution.filters, layer: type(of: layer).name)
    else { return nil }
    self.input = input
    self.output = output
    (vertical, horizontal) = input.windows(layer.convolution.windows)
  }

  /// The number of terms of each output's sum.
  var terms: Int { vertical.size * horizontal.size * input.channels }

  /// The place of the samples in a copy with a border of zeros, from which each patch can be read.
  var inputBorder: BorderedImage {
    BorderedImage(
      height: (output.height - 1) * vertical.stride + vertical.span,
      width: (output.width - 1) * horizontal.stride + horizontal.span, channels: input.channels,
      top: vertical.before(input.height), left: horizontal.before(input.width))
  }

  /// The place of the outputs' gradient in a copy with a border of zeros.
  var gradientBorder: BorderedImage {
    let (top, left) = (vertical.span - 1, horizontal.span - 1)
    return BorderedImage(
      height: max(
        top + (output.height - 1) * vertical.stride + 1, input.height + vertical.before(input.height) + top),
      width: max(
        left + (output.width - 1) * horizontal.stride + 1,
        input.width + horizontal.before(input.width) + left),
      channels: output.channels, top: top, left: left, rowStep: vertical.stride,
      columnStep: horizontal.stride)
  }

  /// The offsets of a patch's runs in an image, and their length.
  ///
  /// - Parameters:
  ///   - row: the number of floats from one row of the image to the next.
  ///   - channels: the number of floats at each position, side by side.
  func runs(row: Int, channels: Int) -> (offsets: [Int], length: Int) {
    let rows = (0..<vertical.size).map { $0 * vertical.dilation * row }
    if horizontal.dilation == 1 { return (rows, horizontal.size * channels) }
    return (
      rows.flatMap { row in (0..<horizontal.size).map { row + $0 * horizontal.dilation * channels } },
      channels
    )
  }
}

/// A copy of one sample whose positions stand at some distance within a border of zeros, without padding of channels.
struct BorderedImage: Sendable {
  let height: Int
  let width: Int
  let channels: Int
  /// The place of the first position.
  let top: Int
  let left: Int
  /// The distances of the sample's rows and columns in the copy.
  var rowStep = 1
  var columnStep = 1

  /// The number of floats.
  var count: Int { height * width * channels }

  /// The number of floats from one row to the next.
  var row: Int { width * channels }

  /// Copies a sample; the border must be zero already. Positions that lie beyond the copy are left out.
  ///
  /// - Parameter position: the number of floats from one position of the sample to the next.
  func copy(
    _ sample: UnsafePointer<Float>, height: Int, width: Int, position: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let columns = min(width, (self.width - left + columnStep - 1) / columnStep)
    for y in 0..<height where top + y * rowStep < self.height {
      var from = sample + y * width * position
      var to = target + (top + y * rowStep) * row + left * channels
      if position == channels, columnStep == 1 {
        to.update(from: from, count: columns * channels)
        continue
      }
      for _ in 0..<columns {
        to.update(from: from, count: channels)
        from += position
        to += columnStep * channels
      }
    }
  }
}
