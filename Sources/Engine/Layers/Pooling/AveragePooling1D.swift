import Options

/// The mean of each window of a sequence, channel by channel.
package struct AveragePooling1D: WindowedPooling {
  package static let name = "average_pooling1d"
  package static let abstract = "Takes the mean of each few steps of a sequence."

  static let dimensions = 1
  static let pooling = PoolingOperation.Kind.average
  let window: PoolingWindow

  package init(_ options: inout OptionReader) {
    window = PoolingWindow(&options, dimensions: Self.dimensions)
  }
}
