import Options

/// The catalogue of constraints.
package enum Constraints {
  package static let catalogue = Catalogue<any Constraint>(
    "constraint", [member(MaxNorm.self), member(NonNeg.self), member(UnitNorm.self)])

  private static func member<Kind: Constraint>(_ kind: Kind.Type) -> Catalogue<any Constraint>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}

/// The number that Keras adds to norms before it divides by them.
let normEpsilon = 1e-7
