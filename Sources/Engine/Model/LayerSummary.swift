/// A line of the summary of a model.
package struct LayerSummary: Sendable, Hashable {
  /// The name of the layer, unique in the model and formed as in Keras: `dense`, `dense_1`.
  package let name: String
  /// The kind of the layer: `dense`.
  package let kind: String
  /// The name of the activation; `nil` for layers that have none.
  package let activation: String?
  package let outputShape: [Int]
  package let parameterCount: Int
  /// The number of parameters that training changes: none of a layer with `trainable: false`, and no running statistics.
  package let trainableCount: Int
}
