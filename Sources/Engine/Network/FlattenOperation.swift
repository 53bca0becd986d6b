/// Copies the rows of a sample, one for each position, into a single row without the padding between them.
final class FlattenOperation: Operation {
  let output: Signal
  private let source: Signal

  init(_ site: NetworkBuilder.Site) {
    source = site.input
    output = site.makeOutput(shape: [site.input.shape.reduce(1, *)])
  }

  func forward(rows: Int, in pass: Pass) {
    eachPosition(rows) { spread, compact in
      (output.value.pointer + compact).update(
        from: source.value.pointer + spread, count: source.columns)
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let target = source.gradient, let gradient = output.gradient else { return }
    eachPosition(rows) { spread, compact in
      (target.pointer + spread).update(from: gradient.pointer + compact, count: source.columns)
    }
  }

  /// Calls `body` with the offset of each position's numbers in the input and in the output.
  private func eachPosition(_ rows: Int, _ body: (_ spread: Int, _ compact: Int) -> Void) {
    for row in 0..<rows {
      for position in 0..<source.positions {
        body(
          (row * source.positions + position) * source.value.stride,
          row * output.value.stride + position * source.columns)
      }
    }
  }
}
