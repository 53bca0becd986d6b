/// What a layer does to one batch after another, in buffers of its own.
protocol Operation: AnyObject {
  var output: Signal { get }
  /// The arrays that training moves, in the order of the layer's variables.
  var parameters: [Parameter] { get }

  func forward(rows: Int)

  /// Turns `output.gradient` into the input's gradient, and gives the parameters theirs.
  ///
  /// - Parameter rate: where set, each parameter takes the step `weights − rate · gradient` at once.
  func backward(rows: Int, rate: Float?)

  /// Called after the parameters changed.
  func parametersChanged()
}

extension Operation {
  var parameters: [Parameter] { [] }
  func parametersChanged() {}
}
