import Engine
import Writing

/// Consecutive layers of a model that differ only in their names.
struct LayerGroup {
  /// The first of the layers, whose shape and parameters are those of each.
  let layer: LayerSummary
  private var last: LayerSummary
  private(set) var count = 1

  private init(_ layer: LayerSummary) {
    self.layer = layer
    last = layer
  }

  /// The name of the layer, or those of the first and the last: `dense_1 … dense_9`.
  var name: String { count == 1 ? layer.name : "\(layer.name) … \(last.name)" }

  /// The number of parameters, as a product if there are several layers: `9 × 930`.
  var parameters: String {
    (count == 1 ? "" : "\(count) × ") + NumberFormat.integer(layer.parameterCount)
  }

  /// The number of parameters of all the layers.
  var parameterCount: Int { count * layer.parameterCount }

  static func groups(of layers: [LayerSummary]) -> [LayerGroup] {
    layers.reduce(into: []) { groups, layer in
      if let previous = groups.last, previous.includes(layer) {
        groups[groups.count - 1].last = layer
        groups[groups.count - 1].count += 1
      } else {
        groups.append(LayerGroup(layer))
      }
    }
  }

  private func includes(_ other: LayerSummary) -> Bool {
    (layer.kind, layer.activation, layer.outputShape) == (other.kind, other.activation, other.outputShape)
      && (layer.parameterCount, layer.trainableCount) == (other.parameterCount, other.trainableCount)
  }
}
