/// The layers that other layers hold: their limits, and the keys of their random numbers.
package enum InnerLayers {
  /// The most layers within one, at any depth.
  package static let limit = 1000
  /// The largest number of levels of layers within layers.
  package static let deepest = 8
  /// A number above the index of every layer of a model.
  private static let outerLayers = 1 << 12

  /// Returns the key of the random numbers of a layer within another one.
  ///
  /// The key of a layer in the list of a model is its index. All layers within it, at any depth, are numbered as they
  /// are written, and the key of number n is the index plus n · 2¹². So no two are equal, a change elsewhere in the
  /// model leaves the numbers of a layer alone, and all are below 2²⁴.
  ///
  /// - Parameters:
  ///   - number: the number of the layer among those within the outer one, counted from 1.
  ///   - outer: the key of the outer layer, which may itself be within another one.
  static func key(_ number: Int, within outer: Int) -> Int { outer + number * outerLayers }

  /// Returns the number of layers within a layer, at any depth.
  static func count(in layer: any Layer) -> Int {
    layer.innerLayers.reduce(0) { $0 + 1 + count(in: $1) }
  }

  /// Returns the number of levels of layers within a layer.
  private static func depth(of layer: any Layer) -> Int {
    layer.innerLayers.reduce(0) { max($0, 1 + depth(of: $1)) }
  }

  /// Returns the limit that a layer exceeds; `nil` if there is none.
  static func excess(of layer: any Layer) -> ModelProblem? {
    if depth(of: layer) > deepest { return .nestedTooDeeply(limit: deepest) }
    return count(in: layer) > limit ? .tooManyInnerLayers(limit: limit) : nil
  }
}
