import Engine
import NotebookResults
import Writing

/// Images of the weights of a fit's first layer, one for each unit in the shape of the samples, or one for each
/// filter in the shape of its window.
enum FirstLayerImages {
  /// The largest number of units that are shown.
  private static let most = 100

  /// - Returns: an empty array if the first layer has neither a weight for each number of a sample nor filters
  ///   of one channel.
  static func outputs(of fit: TrainedModel) -> [Output] {
    guard let layer = fit.weights.layers.first, let kernel = layer.kernel, let units = kernel.shape.last,
      let (height, width) = window(of: kernel.shape, in: fit.model.inputShape)
    else { return [] }
    let shown = (0..<min(units, most)).map { unit in
      (0..<height * width).map { kernel.values[$0 * units + unit] }
    }
    // A few large weights would leave all others pale.
    let sizes = shown.joined().map(\.magnitude).sorted()
    let end = sizes[(sizes.count - 1) * 99 / 100]
    func pixel(_ weight: Float) -> UInt8 {
      end > 0 ? UInt8((127.5 + Double(min(max(weight / end, -1), 1)) * 127.5).rounded()) : 128
    }
    let grid = ImageGrid(
      title: .phrase(.layerWeights, [layer.name]), height: height, width: width, palette: .diverging,
      items: shown.enumerated().map { unit, weights in
        ImageGrid.Item(pixels: weights.map(pixel), caption: .verbatim(String(unit + 1)))
      })
    return [.images(grid), .text(.phrase(.weightScale, [NumberFormat.magnitude(Double(end))]))]
  }

  /// Returns the part of a sample that each unit sees: all of it for dense layers, a window for convolutions,
  /// whose kernels have the shape (height, width, channels, filters).
  private static func window(of kernel: [Int], in sample: [Int]) -> (height: Int, width: Int)? {
    guard sample.count == 2 else { return nil }
    if kernel.count == 2, kernel[0] == sample[0] * sample[1] { return (sample[0], sample[1]) }
    return kernel.count == 4 && kernel[2] == 1 ? (kernel[0], kernel[1]) : nil
  }
}
