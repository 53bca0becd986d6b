import Options

/// The catalogue of layers.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      member(Dense.self),
      member(Flatten.self),
      member(ActivationLayer.self),
      member(Conv2D.self),
      member(Conv1D.self),
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
      member(BatchNormalization.self),
      member(LayerNormalization.self),
      member(Embedding.self),
      member(SimpleRNN.self),
      member(LSTM.self),
      member(GRU.self),
      member(Bidirectional.self),
      member(TimeDistributed.self),
      member(Residual.self),
      member(Parallel.self),
      member(RandomFlip.self),
      member(RandomTranslation.self),
      member(RandomRotation.self),
      member(RandomZoom.self),
    ])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
