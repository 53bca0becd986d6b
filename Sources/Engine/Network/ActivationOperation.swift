/// Carries out an activation.
final class ActivationOperation: Operation {
  let activation: any Activation
  let output: Signal
  private let input: Matrix
  private let value: Matrix
  private let gradient: Matrix?
  private let context: ExecutionContext
  private let source: Signal

  init(_ site: NetworkBuilder.Site, _ activation: any Activation) {
    self.activation = activation
    source = site.input
    context = site.context
    output = site.makeOutputSharingGradient()
    input = source.value
    value = output.value
    gradient = output.gradient
  }

  /// Adds what the initializer will allocate.
  static func addMemory(to memory: inout NetworkMemory) {
    memory.addOutput(columns: memory.columns, sharesGradient: true)
  }

  func forward(rows: Int) { activation.forward(input, value, rows: rows, on: context) }

  func backward(rows: Int, rate: Float?) {
    guard let gradient else { return }
    activation.backward(input: input, output: value, gradient: gradient, rows: rows, on: context)
  }

  /// Turns ones into the slope at each of the last batch's inputs.
  func findSlopes(_ ones: Matrix, rows: Int) {
    activation.backward(input: input, output: value, gradient: ones, rows: rows, on: context)
  }
}
