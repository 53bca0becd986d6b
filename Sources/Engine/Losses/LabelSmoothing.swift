import Options

/// Targets moved towards the middle, so that a network is not driven to be certain (Szegedy et al., 2016).
struct LabelSmoothing: Sendable, Hashable {
  /// The share of each target that is spread evenly; 0 leaves targets as they are.
  let share: Float

  init(_ share: Float = 0) { self.share = share }

  init(_ options: inout OptionReader) {
    share = Float(
      options.read(
        "label_smoothing", .number(.within(0...1)), default: 0,
        help: "The share of each target that is spread evenly over the classes, or between yes and no."))
  }

  /// Returns a target of one of several classes: `(1 − s) t + s / classes`.
  @inline(__always)
  func target(_ t: Float, classes: Int) -> Float { t * (1 - share) + share / Float(classes) }

  /// Returns the target of a yes or no: `(1 − s) t + s / 2`.
  @inline(__always)
  func target(_ t: Float) -> Float { t * (1 - share) + 0.5 * share }
}
