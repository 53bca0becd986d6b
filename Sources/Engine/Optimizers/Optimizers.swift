import Options

/// The catalogue of optimizers.
package enum Optimizers {
  package static let catalogue = Catalogue<any Optimizer>(
    "optimizer",
    [
      member(StochasticGradientDescent.self),
      member(Adam.self),
      member(AdamW.self),
      member(RMSprop.self),
      member(Nadam.self),
      member(Adamax.self),
      member(Adagrad.self),
      member(Adadelta.self),
      member(Lion.self),
    ])

  private static func member<Kind: Optimizer>(_ kind: Kind.Type) -> Catalogue<any Optimizer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
