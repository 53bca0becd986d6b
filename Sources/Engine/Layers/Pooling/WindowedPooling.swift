import Options

/// A pooling layer whose windows have a size of their own.
protocol WindowedPooling: PoolingLayer {
  var window: PoolingWindow { get }
}

/// The options of a pooling layer.
struct PoolingWindow: Sendable {
  private let sizes: [Int]
  private let strides: [Int]?
  private let padding: Window.Padding

  init(_ options: inout OptionReader, dimensions: Int) {
    sizes = options.read(
      "pool_size", .extents(dimensions), default: 2,
      help: "How far a window reaches: one length, or one for each dimension.")
    strides = options.readIfPresent(
      "strides", .extents(dimensions), help: "How far apart the windows are; by default, their size.")
    padding = options.read(
      "padding", .choice(of: Window.Padding.self), default: "valid",
      help: "`valid` leaves out windows that reach beyond the sample, `same` keeps them.")
  }

  var windows: [Window] {
    sizes.indices.map { Window(size: sizes[$0], stride: (strides ?? sizes)[$0], padding: padding) }
  }
}

extension WindowedPooling {
  func windows(over image: ImageShape) -> [Window] { window.windows }

  package static var exampleLayers: [OptionValue] {
    [
      ["conv\(dimensions)d": ["filters": 8, "kernel_size": 3, "activation": "relu"]], writtenExample,
      "flatten", exampleOutput,
    ]
  }
}
