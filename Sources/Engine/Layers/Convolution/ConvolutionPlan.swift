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

  /// The rows of outputs at which each run of a patch reads the input, and not the border alone.
  var outputRows: [tb_range] {
    rows(
      step: vertical.stride, first: vertical.before(input.height), length: input.height, count: output.height)
  }

  /// The same for the gradient of the input, whose patches read the gradient of the outputs.
  var gradientRows: [tb_range] {
    let top = vertical.span - 1 - vertical.before(input.height)
    return rows(step: 1, first: top, length: (output.height - 1) * vertical.stride + 1, count: input.height)
  }

  /// Returns for each run the rows r below `count` with `first ≤ r · step + d < first + length`, where d is its distance
  /// from the start of the patch.
  private func rows(step: Int, first: Int, length: Int, count: Int) -> [tb_range] {
    let runsInRow = horizontal.dilation == 1 ? 1 : horizontal.size
    return (0..<vertical.size).flatMap { index in
      let start = first - index * vertical.dilation
      // Rounded up; a negative number of rows counts as none.
      let lower = min(count, (max(0, start) + step - 1) / step)
      let upper = min(count, (max(0, start + length) + step - 1) / step)
      let range = tb_range(first: lower, last: max(lower, upper))
      return [tb_range](repeating: range, count: runsInRow)
    }
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

  /// Copies a sample, with zeros around it. Positions that lie beyond the copy are left out.
  ///
  /// - Parameter position: the number of floats from one position of the sample to the next.
  func copy(
    _ sample: UnsafePointer<Float>, height: Int, width: Int, position: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let columns = min(width, (self.width - left + columnStep - 1) / columnStep)
    for place in 0..<self.height {
      let (y, rest) = (place - top).quotientAndRemainder(dividingBy: rowStep)
      let row = target + place * self.row
      guard place >= top, rest == 0, y < height else {
        row.update(repeating: 0, count: self.row)
        continue
      }
      copyRow(sample + y * width * position, columns: columns, position: position, to: row)
    }
  }

  private func copyRow(
    _ sample: UnsafePointer<Float>, columns: Int, position: Int, to row: UnsafeMutablePointer<Float>
  ) {
    let start = left * channels
    if columnStep > 1 { row.update(repeating: 0, count: self.row) }
    row.update(repeating: 0, count: start)
    if position == channels, columnStep == 1 {
      (row + start).update(from: sample, count: columns * channels)
    } else {
      for column in 0..<columns {
        (row + start + column * columnStep * channels)
          .update(from: sample + column * position, count: channels)
      }
    }
    let end = start + ((columns - 1) * columnStep + 1) * channels
    (row + end).update(repeating: 0, count: self.row - end)
  }
}
