import Options

/// The catalogue of optimizers.
package enum Optimizers {
  package static let catalogue = Catalogue<any Optimizer>(
    "optimizer",
    [
      member(StochasticGradientDescent.self),
      member(Adam.self),
    ], strangers: ["adamw", "nadam", "adamax", "adagrad", "adadelta", "rmsprop", "lion", "lamb"])

  private static func member<Kind: Optimizer>(_ kind: Kind.Type) -> Catalogue<any Optimizer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
