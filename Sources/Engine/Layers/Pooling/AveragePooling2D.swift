import Options

/// The mean of each window of an image, channel by channel.
package struct AveragePooling2D: WindowedPooling {
  package static let name = "average_pooling2d"
  package static let abstract = "Takes the mean of each small window of an image."

  static let dimensions = 2
  static let pooling = PoolingOperation.Kind.average
  let window: PoolingWindow

  package init(_ options: inout OptionReader) {
    window = PoolingWindow(&options, dimensions: Self.dimensions)
  }
}
