import Options

/// `e² / 2` for an error e = y − t of at most δ in size, and `δ |e| − δ² / 2` beyond, averaged over the outputs (Huber,
/// 1964).
package struct Huber: OutputwiseLoss {
  package static let name = "huber"
  package static let abstract = "For numbers: the square of small errors and the size of large ones."

  private let delta: Float

  package init(delta: Float = 1) { self.delta = delta }

  package init(_ options: inout OptionReader) {
    delta = Float(
      options.read(
        "delta", .number(.within(1e-30...1e15)), default: 1,
        help: "The size up to which errors count as small."))
  }

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float {
    let error = y - t
    return abs(error) <= delta ? 0.5 * (error * error) : delta * abs(error) - 0.5 * (delta * delta)
  }

  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float {
    let error = y - t
    return abs(error) <= delta ? error : error < 0 ? -delta : delta
  }
}
