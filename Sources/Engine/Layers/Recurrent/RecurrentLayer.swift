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
      usesBias: settings.bias != nil, biasRows: biasRows)
  }

  /// Returns the variables as in Keras: `kernel`, `recurrent_kernel` and `bias`, with the gates side by side.
  func variables(for input: [Int], bias: WeightSettings?) -> [VariableSpecification] {
    let size = size(for: input)
    let kernels = [
      settings.kernel.variable("kernel", shape: size.kernel),
      settings.recurrentKernel.variable("recurrent_kernel", shape: size.recurrentKernel),
    ]
    return kernels + [bias?.variable("bias", shape: size.bias)].compactMap(\.self)
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    variables(for: input, bias: settings.bias)
  }
}
