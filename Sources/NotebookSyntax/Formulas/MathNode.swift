/// A part of a formula: what MathML can say of it, without how.
package indirect enum MathNode: Sendable, Hashable {
  /// A variable; single letters are slanted unless they are upright.
  case identifier(String, isUpright: Bool)
  case number(String)
  case symbol(String, MathClass)
  /// A bracket made as large as said, in ems: `\big(`.
  case delimiter(String, ems: String)
  /// A function's name, which has its limits below it where there is room: `\max`.
  case function(String, takesLimits: Bool)
  case text(String)
  /// A width in ems, as CSS writes it.
  case space(String)
  case row([MathNode])
  case fraction(MathNode, MathNode, hasRule: Bool, MathFractionSize)
  case root(MathNode, index: MathNode?)
  case scripts(MathNode, below: MathNode?, above: MathNode?, areLimits: Bool)
  /// A sign over or under what it belongs to, as wide as that where it stretches.
  case accent(MathNode, String, isBelow: Bool, stretches: Bool)
  /// Brackets that grow with their content; either may be empty.
  case fenced(String, MathNode, String)
  case table([[MathNode]], MathTableKind)
}

/// What a symbol does, by which the space around it is set (D. Knuth, "The TeXbook", chapter 18).
package enum MathClass: Sendable, Hashable {
  case ordinary, binary, relation, open, close, punctuation, large, integral
  /// A bar between `\left` and `\right` that grows with them.
  case middle
}

package enum MathTableKind: Sendable, Hashable {
  case matrix, aligned, gathered, cases
}

/// Whether a fraction is set as large as its surroundings ask, or as in a display or in a line.
package enum MathFractionSize: Sendable, Hashable {
  case inherited, display, text
}
