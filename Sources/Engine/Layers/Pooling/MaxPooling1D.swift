import Options

/// The largest number of each window of a sequence, channel by channel.
package struct MaxPooling1D: WindowedPooling {
  package static let name = "max_pooling1d"
  package static let abstract = "Keeps the largest number of each few steps of a sequence."

  static let dimensions = 1
  static let pooling = PoolingOperation.Kind.max
  let window: PoolingWindow

  package init(_ options: inout OptionReader) {
    window = PoolingWindow(&options, dimensions: Self.dimensions)
  }
}
