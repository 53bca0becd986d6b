/// A part of a formula in terms of MathML, independent of its markup.
package indirect enum MathNode: Sendable, Hashable {
  /// A variable; single letters are italic unless they are upright.
  case identifier(String, isUpright: Bool)
  case number(String)
  case symbol(String, MathClass)
  /// A bracket of a given size in ems: `\big(`.
  case delimiter(String, ems: String)
  /// The name of a function, whose limits are below it if there is room: `\max`.
  case function(String, takesLimits: Bool)
  case text(String)
  /// A width in ems, in CSS notation.
  case space(String)
  case row([MathNode])
  case fraction(MathNode, MathNode, hasRule: Bool, MathFractionSize)
  case root(MathNode, index: MathNode?)
  case scripts(MathNode, below: MathNode?, above: MathNode?, areLimits: Bool)
  /// A sign over or under its base, as wide as the base if it stretches.
  case accent(MathNode, String, isBelow: Bool, stretches: Bool)
  /// Brackets that grow with their content; either may be empty.
  case fenced(String, MathNode, String)
  case table([[MathNode]], MathTableKind)
}

/// The role of a symbol, which determines the space around it (D. Knuth, "The TeXbook", chapter 18).
package enum MathClass: Sendable, Hashable {
  case ordinary, binary, relation, open, close, punctuation, large, integral
  /// A bar between `\left` and `\right` that grows with them.
  case middle
}

package enum MathTableKind: Sendable, Hashable {
  case matrix, aligned, gathered, cases
}

/// The size of a fraction: that of its surroundings, that of a display, or that of a line.
package enum MathFractionSize: Sendable, Hashable {
  case inherited, display, text
}
