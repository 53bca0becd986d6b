import Options

/// A layer that reads its input step by step, and keeps numbers from each step to the next.
package protocol RecurrentLayer: Layer {
  var settings: RecurrentSettings { get set }
  /// The number of gates, each with its own columns of the kernels.
  static var gateCount: Int { get }
  /// The number of rows of the bias.
  var biasRows: Int { get }
}

extension RecurrentLayer {
  package var biasRows: Int { 1 }
  package var recurrence: (any RecurrentLayer)? { self }
  package static var exampleOptions: OptionValue { ["units": 32] }
  package static var exampleLayers: [OptionValue] { [writtenExample, exampleOutput] }

  /// Takes samples of shape (steps, features), and returns (steps, units) or (units).
  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard input.count == 2 else { throw .needsSteps(layer: Self.name, input) }
    return settings.order.outputShape(steps: input[0], units: settings.units)
  }

  func size(for input: [Int]) -> RecurrentMemory.Size {
    RecurrentMemory.Size(
      steps: input.first ?? 1, features: input.last ?? 1, units: settings.units, gates: Self.gateCount,
      usesBias: settings.usesBias, biasRows: biasRows)
  }

  /// Returns the variables as in Keras: `kernel`, `recurrent_kernel` and `bias`, with the gates side by side.
  func variables(for input: [Int], biasInitializer: any Initializer) -> [VariableSpecification] {
    let size = size(for: input)
    let kernels = [
      VariableSpecification(
        name: "kernel", shape: size.kernel, initializer: settings.kernelInitializer,
        rules: settings.kernelRules),
      VariableSpecification(
        name: "recurrent_kernel", shape: size.recurrentKernel, initializer: settings.recurrentInitializer,
        rules: settings.recurrentRules),
    ]
    let bias = VariableSpecification(
      name: "bias", shape: size.bias, initializer: biasInitializer, rules: settings.biasRules)
    return settings.usesBias ? kernels + [bias] : kernels
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    variables(for: input, biasInitializer: settings.biasInitializer)
  }
}
