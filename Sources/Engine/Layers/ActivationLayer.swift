import Options

/// A layer that applies an activation.
package struct ActivationLayer: Layer {
  package static let name = "activation"
  package static let abstract = "Applies an activation function to every output of the layer before."
  package static let exampleOptions: OptionValue = ["activation": "softmax"]
  package static var exampleLayers: [OptionValue] { ["flatten", ["dense": 10], ["activation": "softmax"]] }

  package let function: any Activation
  package var activation: (any Activation)? { function }

  package init(_ function: any Activation) { self.function = function }

  package init(_ options: inout OptionReader) {
    function = options.read(
      "activation", .member(of: Activations.catalogue), help: "The function to apply.")
  }

  package func outputShape(for input: [Int]) -> [Int] { input }

  package func build(into network: inout NetworkBuilder) { function.build(into: &network) }
  package func addMemory(to memory: inout NetworkMemory) { function.addMemory(to: &memory) }
}
