import Options

/// In training, makes each image smaller or larger about its middle by a random share.
package struct RandomZoom: Layer, AugmentationLayer {
  package static let name = "random_zoom"
  package static let abstract = "In training, makes each image smaller or larger by a random share."
  package static let exampleOptions: OptionValue = ["height_factor": 0.1]

  private let heightFactor: ClosedRange<Double>
  /// `nil` for the share of the height, drawn once.
  private let widthFactor: ClosedRange<Double>?
  let filling: ImageFilling

  package init(_ options: inout OptionReader) {
    heightFactor = options.read(
      "height_factor", .factor(.above(-1, upTo: 1)),
      help: "The largest change of the height as a share, or the range of changes; above 0 images shrink.")
    widthFactor = options.readIfPresent(
      "width_factor", .factor(.above(-1, upTo: 1)),
      help: "The same for the width; by default, both change alike.")
    filling = ImageFilling(&options)
  }

  package func transform(height: Int, width: Int, _ draws: RandomDraws) -> AffineTransform {
    let rows = 1 + heightFactor.at(draws.first)
    return AffineTransform(
      scalingColumns: widthFactor.map { 1 + $0.at(draws.second) } ?? rows, rows: rows, ofHeight: height,
      width: width)
  }
}
