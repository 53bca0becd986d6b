import Options

/// A gated recurrent unit: a recurrent layer with two gates, which mix the state before with a new one.
package struct GRU: RecurrentLayer {
  package static let name = "gru"
  package static let abstract = "A recurrent layer with two gates: a leaner relative of the LSTM."
  package static let gateCount = 3

  package var settings: RecurrentSettings
  private let functions: GateFunctions
  /// A Boolean value that is true if the reset gate acts after the recurrent product, as in cuDNN, and the states have
  /// a bias of their own.
  private let resetsAfter: Bool

  package init(
    _ settings: RecurrentSettings, functions: GateFunctions = GateFunctions(), resetsAfter: Bool = true
  ) {
    self.settings = settings
    self.functions = functions
    self.resetsAfter = resetsAfter
  }

  package init(_ options: inout OptionReader) {
    settings = .readUnits(&options)
    functions = GateFunctions(&options)
    settings.readWeights(&options)
    settings.readOrder(&options)
    resetsAfter = options.read(
      "reset_after", .flag, default: true,
      help:
        "Whether the reset gate acts after the step before is weighted, with a bias of its own, not before.")
  }

  package var biasRows: Int { resetsAfter ? 2 : 1 }

  package func build(into network: inout NetworkBuilder) {
    network.append { site in
      RecurrentOperation(site, size(for: site.input.shape), settings.order) { memory in
        if resetsAfter { GatedCell(site, memory, functions) } else { ResetFirstCell(site, memory, functions) }
      }
    }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    let size = size(for: memory.shape)
    if resetsAfter {
      GatedCell.addMemory(to: &memory, size, functions)
    } else {
      ResetFirstCell.addMemory(to: &memory, size, functions)
    }
    RecurrentOperation.addMemory(to: &memory, size, settings.order)
  }
}
