import Options

/// The catalogue of activation functions.
package enum Activations {
  package static let catalogue = Catalogue<any Activation>(
    "activation",
    [
      member(Linear.self),
      member(Sigmoid.self),
      member(Tanh.self),
      member(Relu.self),
      member(Gelu.self),
      member(Softmax.self),
      member(LogSoftmax.self),
      member(Elu.self),
      member(Selu.self),
      member(Silu.self),
      member(LeakyRelu.self),
      member(Relu6.self),
      member(Mish.self),
      member(Softplus.self),
      member(Softsign.self),
      member(HardSigmoid.self),
      member(HardSilu.self),
      member(Exponential.self),
    ])

  private static func member<Kind: Activation>(_ kind: Kind.Type) -> Catalogue<any Activation>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
