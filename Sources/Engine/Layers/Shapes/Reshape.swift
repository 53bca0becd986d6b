import Options

/// A layer that gives samples another shape of the same size.
package struct Reshape: Layer {
  package static let name = "reshape"
  package static let abstract = "Gives each sample another shape, such as 784 numbers the shape of an image."
  package static let exampleOptions: OptionValue = ["target_shape": [28, 28, 1]]
  package static var exampleLayers: [OptionValue] {
    [
      "flatten", ["reshape": ["target_shape": [28, 28, 1]]], ["conv2d": ["filters": 8, "kernel_size": 3]],
      "flatten",
      exampleOutput,
    ]
  }

  /// The shape, in which one dimension may be −1: as long as the others leave.
  package let targetShape: [Int]

  package init(_ options: inout OptionReader) {
    targetShape = options.read(
      "target_shape", .list(of: .integer(.within(-1...1e9))),
      help: "The shape of a sample; -1 for one dimension that follows from the others.")
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    let count = input.reduce(1, *)
    let given = targetShape.filter { $0 != -1 }
    let product = given.reduce((1, false)) { product, length in
      let (next, overflow) = product.0.multipliedReportingOverflow(by: length)
      return (next, product.1 || overflow)
    }
    let open = targetShape.count - given.count
    let isWhole = open == 0 ? product.0 == count : product.0 > 0 && count % product.0 == 0
    guard !product.1, open <= 1, targetShape.count <= 4, !given.contains(where: { $0 < 1 }), isWhole else {
      throw .cannotReshape(input, to: targetShape)
    }
    return targetShape.map { $0 == -1 ? count / product.0 : $0 }
  }

  package func build(into network: inout NetworkBuilder) {
    if let shape = try? outputShape(for: network.output.shape) { network.reshape(to: shape) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    if let shape = try? outputShape(for: memory.shape) { memory.reshape(to: shape) }
  }

  package var isTransparent: Bool { true }
}
