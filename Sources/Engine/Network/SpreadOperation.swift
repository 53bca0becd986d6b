/// Copies the single row of each sample into rows of its own for each position, the form that matrix products read: the
/// reverse of `FlattenOperation`.
final class SpreadOperation: Operation {
  let output: Signal
  private let source: Signal

  init(_ site: NetworkBuilder.Site) {
    source = site.input
    output = site.makeOutput(shape: site.input.shape)
  }

  func forward(rows: Int, in pass: Pass) {
    eachPosition(rows) { compact, spread in
      (output.value.pointer + spread).update(from: source.value.pointer + compact, count: output.columns)
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let target = source.gradient, let gradient = output.gradient else { return }
    eachPosition(rows) { compact, spread in
      (target.pointer + compact).update(from: gradient.pointer + spread, count: output.columns)
    }
  }

  /// Calls `body` with the offset of each position's numbers in the input and in the output.
  private func eachPosition(_ rows: Int, _ body: (_ compact: Int, _ spread: Int) -> Void) {
    for row in 0..<rows {
      for position in 0..<output.positions {
        body(
          row * source.value.stride + position * output.columns,
          (row * output.positions + position) * output.value.stride)
      }
    }
  }
}
