import Options

/// The largest number of each window of an image, channel by channel.
package struct MaxPooling2D: WindowedPooling {
  package static let name = "max_pooling2d"
  package static let abstract = "Keeps the largest number of each small window of an image."

  static let dimensions = 2
  static let pooling = PoolingOperation.Kind.max
  let window: PoolingWindow

  package init(_ options: inout OptionReader) {
    window = PoolingWindow(&options, dimensions: Self.dimensions)
  }
}
