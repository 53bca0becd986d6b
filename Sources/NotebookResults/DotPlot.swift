/// A dot plot of shares: a row for each category, with a dot for each series and a line that joins them.
package struct DotPlot: Sendable, Hashable, Codable {
  package struct Series: Sendable, Hashable, Codable {
    package let name: Words
    /// One share from 0 to 1 per category.
    package let values: [Double]

    package init(_ name: Words, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// A share with which all others are compared.
  package struct Reference: Sendable, Hashable, Codable {
    package let name: Words
    package let value: Double

    package init(_ name: Words, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  package let title: Words
  package let categories: [String]
  package let series: [Series]
  package let reference: Reference?
  /// True if the axis starts at zero, for shares whose sizes are compared; otherwise it fits the values.
  package let startsAtZero: Bool
  /// The numbers of the dots, and related ones.
  package let numbers: Table

  package init(
    title: Words, categories: [String], series: [Series], reference: Reference? = nil, startsAtZero: Bool,
    numbers: Table
  ) {
    self.title = title
    self.categories = categories
    self.series = series
    self.reference = reference
    self.startsAtZero = startsAtZero
    self.numbers = numbers
  }

  /// Returns the plot of the categories with the largest values, in their order.
  ///
  /// - Parameter count: the largest number of categories.
  package func largest(_ count: Int) -> DotPlot {
    guard categories.count > count else { return self }
    let sizes = categories.indices.map { index in series.map { $0.values[index] }.max() ?? 0 }
    let kept = categories.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(count).sorted()
    return DotPlot(
      title: title, categories: kept.map { categories[$0] },
      series: series.map { line in Series(line.name, kept.map { line.values[$0] }) }, reference: reference,
      startsAtZero: startsAtZero, numbers: numbers)
  }

  /// True if each series has a value for each category.
  package var isSound: Bool {
    numbers.isSound && series.allSatisfy { $0.values.count == categories.count }
  }
}
