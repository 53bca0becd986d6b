/// The number that represents a cell as a whole.
package struct Headline: Sendable, Hashable {
  /// The name of its quantity.
  package let label: Words
  package let value: Double
  package let unit: LineChart.Unit

  package init(label: Words, value: Double, unit: LineChart.Unit) {
    self.label = label
    self.value = value
    self.unit = unit
  }
}
