/// Copies the rows of a sample, one for each position, into a single row without the padding between them.
final class FlattenOperation: SampleOperation {
  let output: Signal
  let context: ExecutionContext
  private let source: Signal

  init(_ site: NetworkBuilder.Site) {
    source = site.input
    context = site.context
    output = site.makeOutput(shape: [site.input.shape.reduce(1, *)])
  }

  var numbersPerSample: Int {
    source.positions * source.value.stride + output.positions * output.value.stride
  }
  var workPerSample: Double { 8 * Double(numbersPerSample) }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    for row in samples {
      source.value.gatherPositions(
        row * source.positions, count: source.positions, into: output.value.row(row))
    }
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let target = source.gradient, let gradient = output.gradient else { return }
    for row in samples {
      target.scatterPositions(row * source.positions, count: source.positions, from: gradient.row(row))
    }
  }
}

/// Copies the single row of a sample into rows of their own, one for each position.
final class SpreadOperation: SampleOperation {
  let output: Signal
  let context: ExecutionContext
  private let source: Signal

  init(_ site: NetworkBuilder.Site) {
    source = site.input
    context = site.context
    output = site.makeOutput(shape: site.input.shape)
  }

  var numbersPerSample: Int {
    source.positions * source.value.stride + output.positions * output.value.stride
  }
  var workPerSample: Double { 8 * Double(numbersPerSample) }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    for row in samples {
      output.value.scatterPositions(
        row * output.positions, count: output.positions, from: source.value.row(row))
    }
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let target = source.gradient, let gradient = output.gradient else { return }
    for row in samples {
      gradient.gatherPositions(row * output.positions, count: output.positions, into: target.row(row))
    }
  }
}

extension Matrix {
  /// Copies rows into one, without the padding between them.
  fileprivate func gatherPositions(_ first: Int, count: Int, into row: UnsafeMutablePointer<Float>) {
    for position in 0..<count {
      (row + position * columns).update(from: self.row(first + position), count: columns)
    }
  }

  /// Copies one row into several.
  fileprivate func scatterPositions(_ first: Int, count: Int, from row: UnsafeMutablePointer<Float>) {
    for position in 0..<count {
      self.row(first + position).update(from: row + position * columns, count: columns)
    }
  }
}
