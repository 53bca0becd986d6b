/// A positive quantity by layer on a logarithmic axis: before and after training, with theoretical values.
package struct LayerChart: Sendable, Hashable, Codable {
  package enum Role: String, Sendable, Hashable, Codable { case before, predicted, after }

  package struct Line: Sendable, Hashable, Codable {
    package let role: Role
    /// One value per layer; `nil` if a layer has none.
    package let values: [Double?]

    package init(_ role: Role, _ values: [Double?]) {
      self.role = role
      self.values = values
    }
  }

  package let quantity: Words
  /// The layers' names, starting with the inputs.
  package let layers: [String]
  package let lines: [Line]
  /// Other measurements of the layers, shown below the numbers of the chart.
  package let measurements: Table

  package init(quantity: Words, layers: [String], lines: [Line], measurements: Table) {
    self.quantity = quantity
    self.layers = layers
    self.lines = lines
    self.measurements = measurements
  }

  /// True if each line has a value or `nil` for each layer.
  package var isSound: Bool {
    measurements.isSound && lines.allSatisfy { $0.values.count == layers.count }
  }

  package subscript(role: Role) -> Line? { lines.first { $0.role == role } }
}
