/// An operation that computes the numbers of a sample from those of the same sample, so that threads can split the
/// samples of a batch, and take each through several such operations while its numbers are in the cache.
protocol SampleOperation: Operation {
  var context: ExecutionContext { get }

  /// The number of multiplications for a sample, or of what takes as long.
  var workPerSample: Double { get }

  /// The number of floats that are read and written for a sample.
  var numbersPerSample: Int { get }

  /// Prepares for a forward pass, before any sample is computed.
  func begin(_ pass: Pass)

  /// - Parameter scratch: working space of the thread.
  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>)

  /// Computes the gradients of the inputs of some samples from those of their outputs.
  ///
  /// - Parameter scratch: working space of the thread.
  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>)

  /// Computes the gradients of the parameters, which are sums over all samples, when the gradient of every output is
  /// known.
  func sumGradients(rows: Int)
}

extension SampleOperation {
  func begin(_ pass: Pass) {}
  func sumGradients(rows: Int) {}

  func forward(rows: Int, in pass: Pass) { SampleRun([self]).forward(rows: rows, in: pass) }
  func backward(rows: Int, in pass: Pass) { SampleRun([self]).backward(rows: rows, in: pass) }
}

/// Operations one after another that compute each sample from the same sample.
struct SampleRun {
  private let operations: [any SampleOperation]
  private let workPerSample: Double
  /// The number of samples that are taken through all operations together; no result depends on it.
  private let samplesAtOnce: Int

  /// The number of floats that stay in a core's cache.
  private static let cachedNumbers = 1 << 16

  /// - Parameter operations: at least one.
  init(_ operations: [any SampleOperation]) {
    self.operations = operations
    workPerSample = operations.reduce(0) { $0 + $1.workPerSample }
    samplesAtOnce = max(1, Self.cachedNumbers / max(1, operations.reduce(0) { $0 + $1.numbersPerSample }))
  }

  func forward(rows: Int, in pass: Pass) {
    for operation in operations { operation.begin(pass) }
    eachBlock(of: rows) { samples, scratch in
      for operation in operations { operation.forward(samples: samples, in: pass, scratch) }
    }
  }

  func backward(rows: Int, in pass: Pass) {
    eachBlock(of: rows) { samples, scratch in
      for operation in operations.reversed() {
        operation.backward(samples: samples, in: pass, scratch)
      }
    }
    for operation in operations.reversed() { operation.sumGradients(rows: rows) }
  }

  private func eachBlock(of rows: Int, _ body: (Range<Int>, UnsafeMutablePointer<Float>) -> Void) {
    operations[0].context.split(rows: rows, work: Double(rows) * workPerSample) { part, scratch in
      for first in stride(from: part.lowerBound, to: part.upperBound, by: samplesAtOnce) {
        body(first..<min(first + samplesAtOnce, part.upperBound), scratch)
      }
    }
  }
}
