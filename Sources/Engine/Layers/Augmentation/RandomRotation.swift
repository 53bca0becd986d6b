import Options

/// In training, turns each image about its middle by a random angle.
package struct RandomRotation: Layer, AugmentationLayer {
  package static let name = "random_rotation"
  package static let abstract = "In training, turns each image about its middle by a random angle."
  package static let exampleOptions: OptionValue = ["factor": 0.05]

  private let factor: ClosedRange<Double>
  let filling: ImageFilling

  package init(_ options: inout OptionReader) {
    factor = options.read(
      "factor", .factor(),
      help: "The largest angle as a share of a full turn, or the range of angles counterclockwise.")
    filling = ImageFilling(&options)
  }

  package func transform(height: Int, width: Int, _ draws: RandomDraws) -> AffineTransform {
    AffineTransform(turning: factor.at(draws.first), ofHeight: height, width: width)
  }
}
