import Options

/// A recurrent layer of one weighted sum for each unit.
package struct SimpleRNN: RecurrentLayer {
  package static let name = "simple_rnn"
  package static let abstract =
    "A recurrent layer: each step's outputs also depend on those of the step before."
  package static let gateCount = 1

  package var settings: RecurrentSettings
  private let function: any Activation

  package init(_ settings: RecurrentSettings, activation: any Activation = Tanh()) {
    self.settings = settings
    function = activation
  }

  package init(_ options: inout OptionReader) {
    settings = .readUnits(&options)
    function = options.read(
      "activation", .member(of: Activations.catalogue), default: "tanh",
      help: "The function applied to each weighted sum.")
    settings.readWeights(&options)
    settings.readOrder(&options)
  }

  package var activation: (any Activation)? { function }

  package func build(into network: inout NetworkBuilder) {
    network.append { site in
      RecurrentOperation(site, size(for: site.input.shape), settings.order) { SimpleCell($0, function) }
    }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    RecurrentOperation.addMemory(to: &memory, size(for: memory.shape), settings.order)
  }
}
