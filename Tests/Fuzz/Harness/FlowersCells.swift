/// Cells that learn from `flowers.csv`, for notebooks that are run by more than one target.
enum FlowersCells {
  static let load = """
    ~~~{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    test_split: 0.5
    ~~~
    """

  /// Returns a model, and a fit named `fast`.
  ///
  /// - Parameter more: further lines of the fit.
  static func fit(epochs: Int, _ more: String...) -> String {
    """
    ~~~{model} net
    input_shape: [2]
    layers: [dense: {units: 4, activation: tanh}, dense: {units: 3, activation: softmax}]
    ~~~

    ~~~{fit} fast
    model: net
    data: flowers
    optimizer: adam
    metrics: [accuracy]
    validation_data: flowers
    batch_size: 4
    epochs: \(epochs)
    measure: each_layer
    \(more.map { $0 + "\n" }.joined())~~~
    """
  }
}
