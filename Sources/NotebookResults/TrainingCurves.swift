/// The record of one fit: a chart for each quantity, and all values in one table.
package struct TrainingCurves: Sendable, Hashable, Codable {
  package let charts: [LineChart]
  package let numbers: Table

  package init(charts: [LineChart], numbers: Table) {
    self.charts = charts
    self.numbers = numbers
  }

  package var isSound: Bool { numbers.isSound && charts.allSatisfy(\.isSound) }
}
