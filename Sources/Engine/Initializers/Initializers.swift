import Options

/// The catalogue of initializers.
package enum Initializers {
  package static let catalogue = Catalogue<any Initializer>(
    "initializer",
    [
      member(GlorotUniform.self),
      member(GlorotNormal.self),
      member(HeUniform.self),
      member(HeNormal.self),
      member(LecunUniform.self),
      member(LecunNormal.self),
      member(RandomUniform.self),
      member(RandomNormal.self),
      member(Orthogonal.self),
      member(Zeros.self),
      member(Ones.self),
      member(TruncatedNormal.self),
      member(VarianceScaling.self),
      member(Orthogonal.self),
      member(Identity.self),
      member(Constant.self),
    ])

  private static func member<Kind: Initializer>(_ kind: Kind.Type) -> Catalogue<any Initializer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
