/// A positive quantity by layer, on a logarithmic axis: before training and after it, beside what theory predicts.
package struct LayerChart: Sendable, Hashable, Codable {
  package enum Role: String, Sendable, Hashable, Codable { case before, predicted, after }

  package struct Line: Sendable, Hashable, Codable {
    package let role: Role
    /// One value per layer; `nil` where there is none.
    package let values: [Double?]

    package init(_ role: Role, _ values: [Double?]) {
      self.role = role
      self.values = values
    }
  }

  package let quantity: Words
  /// The layers' names, from the inputs on.
  package let layers: [String]
  package let lines: [Line]

  package init(quantity: Words, layers: [String], lines: [Line]) {
    self.quantity = quantity
    self.layers = layers
    self.lines = lines
  }

  /// Whether each line has a value, or none, for each layer.
  package var isSound: Bool { lines.allSatisfy { $0.values.count == layers.count } }

  package subscript(role: Role) -> Line? { lines.first { $0.role == role } }
}
