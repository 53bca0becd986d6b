/// An activation, applied along the last dimension of a signal.
final class ActivationOperation: Operation {
  let output: Signal
  private let function: any Activation
  private let source: Signal
  private let context: ExecutionContext

  init(_ site: NetworkBuilder.Site, _ function: any Activation) {
    self.function = function
    source = site.input
    context = site.context
    output = site.makeOutputSharingGradient()
  }

  var activation: (any Activation)? { function }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(to memory: inout NetworkMemory) {
    memory.addOutput(shape: memory.shape, sharesGradient: true)
  }

  func forward(rows: Int, in pass: Pass) {
    function.forward(source.value, output.value, rows: rows * source.positions, on: context)
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    function.backward(
      input: source.value, output: output.value, gradient: gradient, rows: rows * source.positions,
      on: context)
  }
}
