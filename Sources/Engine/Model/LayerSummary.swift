/// One line of a model's summary.
package struct LayerSummary: Sendable, Hashable {
  /// Unique in the model, as Keras names layers: `dense`, `dense_1`.
  package let name: String
  /// The layer's kind: `dense`.
  package let kind: String
  /// The activation's name, `nil` for layers that have none.
  package let activation: String?
  package let outputShape: [Int]
  package let parameterCount: Int
}
