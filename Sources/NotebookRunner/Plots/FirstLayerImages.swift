import Engine
import NotebookResults

/// Images of the weights of a fit's first layer, one for each unit, in the shape of the samples.
enum FirstLayerImages {
  /// The largest number of units that are shown.
  private static let most = 100

  /// - Returns: an empty array if the first layer does not have a weight for each number of a sample.
  static func outputs(of fit: TrainedModel) -> [Output] {
    let shape = fit.model.inputShape
    guard shape.count == 2, let layer = fit.weights.layers.first, let kernel = layer.kernel,
      kernel.shape.count == 2, kernel.shape[0] == shape[0] * shape[1]
    else { return [] }
    let (inputs, units) = (kernel.shape[0], kernel.shape[1])
    let largest = kernel.values.lazy.map(\.magnitude).max() ?? 0
    func pixel(_ weight: Float) -> UInt8 {
      largest > 0 ? UInt8((127.5 + Double(weight / largest) * 127.5).rounded()) : 128
    }
    let grid = ImageGrid(
      title: .phrase(.layerWeights, [layer.name]), height: shape[0], width: shape[1],
      items: (0..<min(units, most)).map { unit in
        ImageGrid.Item(
          pixels: (0..<inputs).map { pixel(kernel.values[$0 * units + unit]) },
          caption: .verbatim(String(unit + 1)))
      })
    return [.images(grid), .text(.label(.inkIsPositive))]
  }
}
