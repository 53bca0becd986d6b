/// The windows that slide over one dimension of samples, with Keras's rules for the ends.
struct Window: Sendable, Hashable {
  enum Padding: String, CaseIterable, Sendable {
    /// Every window lies within the sample.
    case valid
    /// There is a window for each `stride` positions; at the ends they reach beyond the sample, evenly, and by one
    /// position more at the far end if need be.
    case same
  }

  let size: Int
  let stride: Int
  let dilation: Int
  let padding: Padding

  init(size: Int, stride: Int, dilation: Int = 1, padding: Padding) {
    self.size = size
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
  }

  /// A window for each position.
  static let single = Window(size: 1, stride: 1, padding: .valid)

  /// The number of positions from the first of a window to its last.
  var span: Int { (size - 1) * dilation + 1 }

  /// Returns the number of windows; 0 if not even one fits.
  func count(over length: Int) -> Int {
    switch padding {
    case .valid: length < span ? 0 : (length - span) / stride + 1
    case .same: (length + stride - 1) / stride
    }
  }

  /// Returns the number of positions by which the first window begins before the sample.
  func before(_ length: Int) -> Int {
    switch padding {
    case .valid: 0
    case .same: max(0, (count(over: length) - 1) * stride + span - length) / 2
    }
  }
}
