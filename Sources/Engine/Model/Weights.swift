import Digests
import Foundation

/// An array of weights.
package struct Variable: Sendable, Equatable {
  package let name: String
  package let shape: [Int]
  /// The numbers in row order.
  package let values: [Float]

  package init(name: String, shape: [Int], values: [Float]) {
    self.name = name
    self.shape = shape
    self.values = values
  }
}

/// The weights of one layer.
package struct LayerWeights: Sendable, Equatable {
  package let name: String
  package let variables: [Variable]

  package init(name: String, variables: [Variable]) {
    self.name = name
    self.variables = variables
  }

  package subscript(name: String) -> Variable? { variables.first { $0.name == name } }

  /// The kernel, of shape (inputs, units).
  package var kernel: Variable? { self["kernel"] }
  package var bias: Variable? { self["bias"] }
}

/// The weights of a model, layer by layer.
package struct Weights: Sendable, Equatable {
  package let layers: [LayerWeights]

  package init(layers: [LayerWeights]) { self.layers = layers }

  package subscript(name: String) -> LayerWeights? { layers.first { $0.name == name } }

  /// The SHA-256 in hexadecimal of the name (`dense/kernel`), shape and little-endian bytes of each array.
  package var digest: String {
    let hash = SHA256()
    for layer in layers {
      for variable in layer.variables {
        let heading =
          "\(layer.name)/\(variable.name) \(variable.shape.map(String.init).joined(separator: "x"))\n"
        Data(heading.utf8).withUnsafeBytes { hash.update($0) }
        let words = variable.values.map { $0.bitPattern.littleEndian }
        words.withUnsafeBytes { hash.update($0) }
      }
    }
    return hexadecimal(hash.finalize())
  }
}
