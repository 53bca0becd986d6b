import Options

/// A layer that turns samples of any shape into rows of numbers.
package struct Flatten: Layer {
  package static let name = "flatten"
  package static let abstract = "Turns each sample into one row of numbers, such as 28 × 28 pixels into 784."
  package static var exampleLayers: [OptionValue] { [writtenExample, exampleOutput] }

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func outputShape(for input: [Int]) -> [Int] { [input.reduce(1, *)] }

  package func build(into network: inout NetworkBuilder) { network.flatten() }
  package func addMemory(to memory: inout NetworkMemory) { memory.flatten() }

  package var isTransparent: Bool { true }
}
