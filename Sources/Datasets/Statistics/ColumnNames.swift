/// The names of the columns of a table, from its header, or else their numbers from 1.
package struct ColumnNames: Sendable, Hashable, Codable {
  /// The names of the features, in the order of the numbers in a sample.
  package let features: [String]
  /// The name of the column with the label or target.
  package let target: String

  package init(features: [String], target: String) {
    self.features = features
    self.target = target
  }
}
