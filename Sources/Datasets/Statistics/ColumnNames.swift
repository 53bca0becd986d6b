/// What the numbers of a table's rows are called: by the header, or by their place from 1 where there is none.
package struct ColumnNames: Sendable, Hashable, Codable {
  /// In the order of a sample's numbers.
  package let features: [String]
  /// The column of the label or target.
  package let target: String

  package init(features: [String], target: String) {
    self.features = features
    self.target = target
  }
}
