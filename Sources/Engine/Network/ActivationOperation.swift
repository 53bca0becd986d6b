/// An activation, applied along the last dimension of a signal.
final class ActivationOperation: SampleOperation {
  let output: Signal
  private let function: any Activation
  private let source: Signal
  let context: ExecutionContext

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

  var numbersPerSample: Int { 2 * source.positions * source.value.stride }
  // A function of a number takes about as long as so many multiplications in a product.
  var workPerSample: Double { 16 * Double(numbersPerSample) }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    let first = samples.lowerBound * source.positions
    function.forward(
      Matrix(source.value, from: first), Matrix(output.value, from: first),
      rows: samples.count * source.positions, on: context)
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let gradient = output.gradient else { return }
    let first = samples.lowerBound * source.positions
    function.backward(
      input: Matrix(source.value, from: first), output: Matrix(output.value, from: first),
      gradient: Matrix(gradient, from: first), rows: samples.count * source.positions, on: context)
  }
}
