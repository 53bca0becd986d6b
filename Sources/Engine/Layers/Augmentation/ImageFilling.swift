import Options

/// The numbers beyond the edges of an image, where a moved image leaves a place empty.
struct ImageFilling: Sendable {
  /// A way of going on beyond the edges, by Keras's names.
  enum Mode: String, Sendable, CaseIterable {
    /// `d c b a | a b c d | d c b a`
    case reflect
    /// `a b c d | a b c d | a b c d`
    case wrap
    /// `k k k k | a b c d | k k k k`, with one number for all.
    case constant
    /// `a a a a | a b c d | d d d d`
    case nearest
  }

  let mode: Mode
  /// The number of the mode `constant`.
  let value: Float

  /// The filling of layers that leave no place empty.
  static let unneeded = ImageFilling(mode: .nearest, value: 0)

  private init(mode: Mode, value: Float) {
    self.mode = mode
    self.value = value
  }

  init(_ options: inout OptionReader) {
    mode = options.read(
      "fill_mode", .choice(of: Mode.self), default: "reflect",
      help: "How an image goes on beyond its edges: mirrored, repeated, with one number, or with its edge.")
    value = Float(
      options.read(
        "fill_value", .number(.within(-1e38...1e38)), default: 0,
        help: "The number beyond the edges with `fill_mode: constant`."))
  }

  /// Returns the place within an image that stands for one along a line of so many; `nil` for the number of the mode
  /// `constant`.
  @inline(__always)
  func place(_ index: Int, of length: Int) -> Int? {
    if index >= 0, index < length { return index }
    switch mode {
    case .constant: return nil
    case .nearest: return index < 0 ? 0 : length - 1
    case .wrap: return Self.remainder(index, length)
    case .reflect:
      let place = Self.remainder(index, 2 * length)
      return place < length ? place : 2 * length - 1 - place
    }
  }

  /// Returns the remainder that is not negative.
  private static func remainder(_ index: Int, _ length: Int) -> Int {
    let rest = index % length
    return rest < 0 ? rest + length : rest
  }
}
