import CKernels

/// The images of a batch, each moved in its own way. The change of an image depends on the seed, the layer, the step and
/// the image's place in the batch alone.
///
/// Between pixels, numbers are interpolated bilinearly: each of the four pixels around counts by its nearness, the upper
/// ones first.
final class AugmentationOperation: Operation {
  let output: Signal
  private let source: Signal
  private let context: ExecutionContext
  private let layer: Int
  private let image: ImageShape
  private let filling: ImageFilling
  private let augmentation: any AugmentationLayer
  private let words: WordBuffer
  /// The floats from one sample, row and column of pixels to the next.
  private let step: (sample: Int, row: Int, column: Int)

  /// The number of random words for each sample: one block of the generator.
  static let wordsPerSample = 4

  init(_ site: NetworkBuilder.Site, _ image: ImageShape, _ augmentation: any AugmentationLayer) {
    source = site.input
    context = site.context
    layer = site.layer
    self.image = image
    self.augmentation = augmentation
    filling = augmentation.filling
    words = WordBuffer(count: site.capacity * Self.wordsPerSample)
    output = Signal(rows: site.capacity, shape: source.shape, hasGradient: false, sharing: source)
    let stride = source.value.stride
    if source.positions == 1 {
      step = (stride, image.width * image.channels, image.channels)
    } else if source.positions == image.positions {
      step = (image.positions * stride, image.width * stride, stride)
    } else {
      // Images without channels, with a row of numbers for each row of pixels.
      step = (image.height * stride, stride, 1)
    }
  }

  func forward(rows: Int, in pass: Pass) {
    let count = rows * source.positions * source.value.stride
    guard pass.isTraining else {
      return output.value.pointer.update(from: source.value.pointer, count: count)
    }
    pass.randomNumbers(ofLayer: layer).fill(words, 0..<rows * Self.wordsPerSample, context.kernels)
    context.split(rows: rows, work: Double(count) * 8) { part, _ in
      for row in part {
        let own = words.pointer + row * Self.wordsPerSample
        let draws = RandomDraws(words: own[0], own[1])
        move(row, by: augmentation.transform(height: image.height, width: image.width, draws))
      }
    }
  }

  /// No weights stand before it.
  func backward(rows: Int, in pass: Pass) {}

  private func move(_ sample: Int, by transform: AffineTransform) {
    let old = UnsafePointer(source.value.pointer + sample * step.sample)
    let new = output.value.pointer + sample * step.sample
    for row in 0..<image.height {
      for column in 0..<image.width {
        write(
          old, new + row * step.row + column * step.column, transform.column(column, row),
          transform.row(column, row))
      }
    }
  }

  /// Writes the numbers of a place in the old image.
  private func write(
    _ old: UnsafePointer<Float>, _ new: UnsafeMutablePointer<Float>, _ column: Double, _ row: Double
  ) {
    let (left, top) = (column.rounded(.down), row.rounded(.down))
    let (right, below) = (Float(column - left), Float(row - top))
    let x = filling.place(Int(left), of: image.width)
    let y = filling.place(Int(top), of: image.height)
    if right == 0, below == 0 {
      for channel in 0..<image.channels { new[channel] = pixel(old, x, y, channel) }
      return
    }
    let nextX = filling.place(Int(left) + 1, of: image.width)
    let nextY = filling.place(Int(top) + 1, of: image.height)
    for channel in 0..<image.channels {
      let above =
        pixel(old, x, y, channel) * ((1 - below) * (1 - right))
        + pixel(old, nextX, y, channel) * ((1 - below) * right)
      new[channel] =
        above + pixel(old, x, nextY, channel) * (below * (1 - right))
        + pixel(old, nextX, nextY, channel) * (below * right)
    }
  }

  @inline(__always)
  private func pixel(_ old: UnsafePointer<Float>, _ x: Int?, _ y: Int?, _ channel: Int) -> Float {
    guard let x, let y else { return filling.value }
    return old[y * step.row + x * step.column + channel]
  }
}
