import Options

/// The catalogue of layers.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      weighted(Dense.self),
      weighted(PReLU.self),
      member(Flatten.self),
      member(ActivationLayer.self),
      weighted(Conv2D.self),
      weighted(Conv1D.self),
      member(MaxPooling2D.self),
      member(MaxPooling1D.self),
      member(AveragePooling2D.self),
      member(AveragePooling1D.self),
      member(GlobalAveragePooling2D.self),
      member(GlobalAveragePooling1D.self),
      member(GlobalMaxPooling2D.self),
      member(GlobalMaxPooling1D.self),
      member(ZeroPadding2D.self),
      member(Reshape.self),
      member(Dropout.self),
      member(GaussianNoise.self),
      weighted(BatchNormalization.self),
      weighted(LayerNormalization.self),
      weighted(Embedding.self),
      weighted(SimpleRNN.self),
      weighted(LSTM.self),
      weighted(GRU.self),
      weighted(Bidirectional.self),
      weighted(TimeDistributed.self),
      weighted(Residual.self),
      weighted(Parallel.self),
      member(RandomFlip.self),
      member(RandomTranslation.self),
      member(RandomRotation.self),
      member(RandomZoom.self),
    ])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }

  /// A layer with weights, which may be left as they are.
  private static func weighted<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { options in
      let layer = Kind(&options)
      let isTrainable = options.read(
        "trainable", .flag, default: true, help: "Whether training changes the layer's weights.")
      return isTrainable ? layer : FrozenLayer(layer)
    }
  }
}
