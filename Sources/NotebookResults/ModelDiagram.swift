/// A network as boxes in a row, from its input to its output.
package struct ModelDiagram: Sendable, Hashable, Codable {
  /// A layer, or several consecutive ones that differ only in their names.
  package struct Box: Sendable, Hashable, Codable {
    package let name: String
    /// The number of layers.
    package let count: Int
    package let activation: String?
    package let outputShape: String
    /// The number of parameters, as a product if there are several layers.
    package let parameters: String
    /// The share of the parameters of the network, from 0 to 1; `nil` if there are none in the box.
    package let share: Double?

    package init(
      name: String, count: Int, activation: String?, outputShape: String, parameters: String, share: Double?
    ) {
      self.name = name
      self.count = count
      self.activation = activation
      self.outputShape = outputShape
      self.parameters = parameters
      self.share = share
    }
  }

  package let inputShape: String
  package let boxes: [Box]

  package init(inputShape: String, boxes: [Box]) {
    self.inputShape = inputShape
    self.boxes = boxes
  }

  /// True if each share lies between 0 and 1.
  package var isSound: Bool { boxes.allSatisfy { (0...1).contains($0.share ?? 0) } }
}
