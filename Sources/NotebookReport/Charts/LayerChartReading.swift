import NotebookResults

/// The content of a layer chart as facts for a sentence.
struct LayerChartReading: Sendable {
  /// The quantity in the last layer and in the first.
  struct Ends: Sendable {
    let last: Double
    let first: Double
  }

  let quantity: Words
  let layerCount: Int
  let before: Ends?
  let after: Ends?
  /// The prediction for the first layer.
  let predicted: Double?

  init(_ chart: LayerChart) {
    func ends(_ role: LayerChart.Role) -> Ends? {
      guard let values = chart[role]?.values, let first = values.first ?? nil, let last = values.last ?? nil
      else { return nil }
      return Ends(last: last, first: first)
    }
    quantity = chart.quantity
    layerCount = chart.layers.count
    before = ends(.before)
    after = ends(.after)
    predicted = chart[.predicted]?.values.first ?? nil
  }
}
