/// A giver of names to layers, unique among them and formed as in Keras: `dense`, `dense_1`.
struct LayerNames {
  private var counts: [String: Int] = [:]

  /// Returns the name of the next layer.
  mutating func name(of layer: any Layer) -> String {
    let kind = layer.kind
    let earlier = counts[kind, default: 0]
    counts[kind] = earlier + 1
    return earlier == 0 ? kind : "\(kind)_\(earlier)"
  }
}
