import Options

/// In training, mirrors each image with a probability of one half.
package struct RandomFlip: Layer, AugmentationLayer {
  package static let name = "random_flip"
  package static let abstract = "In training, mirrors about half of the images."
  package static let exampleOptions: OptionValue = ["mode": "horizontal"]

  /// The directions in which an image is mirrored; in both at the same time, as Keras does.
  package enum Mode: String, Sendable, CaseIterable {
    case horizontal, vertical
    case horizontalAndVertical = "horizontal_and_vertical"
  }

  private let mode: Mode

  package init(mode: Mode) { self.mode = mode }

  package init(_ options: inout OptionReader) {
    mode = options.read(
      "mode", .choice(of: Mode.self), default: "horizontal_and_vertical",
      help: "How images are mirrored: left and right change places, top and bottom, or both at once.")
  }

  var filling: ImageFilling { .unneeded }

  package func transform(height: Int, width: Int, _ draws: RandomDraws) -> AffineTransform {
    if draws.first > 0.5 { return .identity }
    return AffineTransform(
      scalingColumns: mode == .vertical ? 1 : -1, rows: mode == .horizontal ? 1 : -1, ofHeight: height,
      width: width)
  }
}
