import Options

/// The mean of each channel over all steps of a sequence.
package struct GlobalAveragePooling1D: GlobalPooling {
  package static let name = "global_average_pooling1d"
  package static let abstract = "Takes the mean of each channel of a sequence."

  static let dimensions = 1
  static let pooling = PoolingOperation.Kind.average

  package init(_ options: inout OptionReader) {}
}
