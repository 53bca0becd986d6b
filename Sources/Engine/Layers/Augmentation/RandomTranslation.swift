import Options

/// In training, shifts each image by a random share of its height and of its width.
package struct RandomTranslation: Layer, AugmentationLayer {
  package static let name = "random_translation"
  package static let abstract = "In training, shifts each image by a random distance."
  package static let exampleOptions: OptionValue = ["height_factor": 0.1, "width_factor": 0.1]

  private let heightFactor: ClosedRange<Double>
  private let widthFactor: ClosedRange<Double>
  let filling: ImageFilling

  package init(_ options: inout OptionReader) {
    heightFactor = options.read(
      "height_factor", .factor(),
      help: "The largest shift up or down as a share of the height, or the range of shifts down.")
    widthFactor = options.read(
      "width_factor", .factor(),
      help: "The largest shift to either side as a share of the width, or the range of shifts to the right.")
    filling = ImageFilling(&options)
  }

  package func transform(height: Int, width: Int, _ draws: RandomDraws) -> AffineTransform {
    AffineTransform(
      shiftingColumns: widthFactor.at(draws.second) * Double(width),
      rows: heightFactor.at(draws.first) * Double(height))
  }
}
