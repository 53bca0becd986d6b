/// A chart of horizontal bars that start at zero; each category has one bar of each series.
package struct BarChart: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, Codable { case fraction, count }

  package struct Series: Sendable, Hashable, Codable {
    package let name: Words
    /// One value per category, none of them negative.
    package let values: [Double]

    package init(_ name: Words, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  package let title: Words
  package let unit: Unit
  package let categories: [String]
  package let series: [Series]
  /// The numbers of the bars, and related ones.
  package let numbers: Table

  package init(title: Words, unit: Unit, categories: [String], series: [Series], numbers: Table) {
    self.title = title
    self.unit = unit
    self.categories = categories
    self.series = series
    self.numbers = numbers
  }

  /// True if each series has a value for each category.
  package var isSound: Bool {
    numbers.isSound && series.allSatisfy { $0.values.count == categories.count }
  }
}
