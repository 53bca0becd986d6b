import Options

/// The mean of each channel over all positions of an image.
package struct GlobalAveragePooling2D: GlobalPooling {
  package static let name = "global_average_pooling2d"
  package static let abstract = "Takes the mean of each channel of an image."

  static let dimensions = 2
  static let pooling = PoolingOperation.Kind.average

  package init(_ options: inout OptionReader) {}
}
