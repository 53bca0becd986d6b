import Options

/// A long short-term memory: a recurrent layer whose gates decide what it keeps, forgets and shows.
package struct LSTM: RecurrentLayer {
  package static let name = "lstm"
  package static let abstract =
    "A recurrent layer that remembers over many steps: gates keep, forget and show."
  package static let gateCount = 4

  package var settings: RecurrentSettings
  private let functions: GateFunctions
  /// A Boolean value that starts the bias of the forget gates at one, so that a new layer remembers.
  private let hasForgetBias: Bool

  package init(
    _ settings: RecurrentSettings, functions: GateFunctions = GateFunctions(), hasForgetBias: Bool = true
  ) {
    self.settings = settings
    self.functions = functions
    self.hasForgetBias = hasForgetBias
  }

  package init(_ options: inout OptionReader) {
    settings = .readUnits(&options)
    functions = GateFunctions(&options)
    settings.readWeights(&options)
    hasForgetBias = options.read(
      "unit_forget_bias", .flag, default: true,
      help: "Whether the bias of the gates that forget starts at 1, so that the layer first remembers.")
    settings.readOrder(&options)
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    var bias = settings.bias
    if hasForgetBias, let own = bias?.initializer { bias?.initializer = ForgetBias(others: own) }
    return variables(for: input, bias: bias)
  }

  package func build(into network: inout NetworkBuilder) {
    network.append { site in
      RecurrentOperation(site, size(for: site.input.shape), settings.order) {
        LongShortTermCell(site, $0, functions)
      }
    }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    let size = size(for: memory.shape)
    LongShortTermCell.addMemory(to: &memory, size, functions)
    RecurrentOperation.addMemory(to: &memory, size, settings.order)
  }
}

/// The initial bias of an LSTM: ones for the forget gates, the second of four parts, and other numbers elsewhere.
private struct ForgetBias: Initializer {
  static let name = "forget_bias"
  static let abstract = "Ones for the gates that forget."
  private let others: any Initializer

  init(others: any Initializer) { self.others = others }
  init(_ options: inout OptionReader) { others = Zeros() }

  func values(shape: [Int], from stream: RandomStream) -> [Float] {
    let units = shape.reduce(1, *) / 4
    var values = others.values(shape: shape, from: stream)
    for index in units..<2 * units { values[index] = 1 }
    return values
  }
}
