/// The names of the columns of a table, from its header, or else their numbers from 1.
package struct ColumnNames: Sendable, Hashable, Codable {
  /// The names of the features, in the order of the numbers in a sample.
  package let features: [String]
  /// The name of the column with the label or target.
  package let target: String
  /// The name of the column with the weights of the samples; `nil` if there is none.
  package let weight: String?

  package init(features: [String], target: String, weight: String? = nil) {
    self.features = features
    self.target = target
    self.weight = weight
  }
}
