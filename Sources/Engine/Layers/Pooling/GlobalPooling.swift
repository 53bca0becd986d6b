import Options

/// A pooling layer with a single window: the whole sample.
protocol GlobalPooling: PoolingLayer {}

extension GlobalPooling {
  static var isGlobal: Bool { true }

  func windows(over image: ImageShape) -> [Window] {
    [image.height, image.width].suffix(Self.dimensions).map { Window(size: $0, stride: 1, padding: .valid) }
  }

  package static var exampleLayers: [OptionValue] {
    [
      ["conv\(dimensions)d": ["filters": 8, "kernel_size": 3, "activation": "relu"]], writtenExample,
      exampleOutput,
    ]
  }
}
