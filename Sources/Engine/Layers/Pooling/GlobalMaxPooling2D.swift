import Options

/// The largest number of each channel over all positions of an image.
package struct GlobalMaxPooling2D: GlobalPooling {
  package static let name = "global_max_pooling2d"
  package static let abstract = "Keeps the largest number of each channel of an image."

  static let dimensions = 2
  static let pooling = PoolingOperation.Kind.max

  package init(_ options: inout OptionReader) {}
}
