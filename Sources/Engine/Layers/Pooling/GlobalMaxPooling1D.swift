import Options

/// The largest number of each channel over all steps of a sequence.
package struct GlobalMaxPooling1D: GlobalPooling {
  package static let name = "global_max_pooling1d"
  package static let abstract = "Keeps the largest number of each channel of a sequence."

  static let dimensions = 1
  static let pooling = PoolingOperation.Kind.max

  package init(_ options: inout OptionReader) {}
}
