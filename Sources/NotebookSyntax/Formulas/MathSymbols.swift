/// The meanings of commands without arguments.
enum MathSymbols {
  /// Italic letters.
  static let letters = pairs(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
    lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω ell ℓ imath ı jmath ȷ
    """)

  /// Upright letters and stand-alone signs.
  static let uprights = pairs(
    """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬
    top ⊤ bot ⊥ angle ∠ triangle △ square □ ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ degree °
    % % $ $ # # & & _ _ prime ′
    """)

  static let binaries = pairs(
    """
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cap ∩ cup ∪
    setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ dagger †
    """)

  static let relations = pairs(
    """
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ ll ≪ gg ≫ in ∈
    ni ∋ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ parallel ∥ perp ⟂ prec ≺ succ ≻ vdash ⊢
    models ⊨ coloneqq ≔ doteq ≐ asymp ≍ to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒
    Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ implies ⟹ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ uparrow ↑
    downarrow ↓ rightharpoonup ⇀ hookrightarrow ↪
    """)

  static let larges = pairs(
    "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀")

  static let integrals = pairs("int ∫ iint ∬ iiint ∭ oint ∮")

  static let opens = pairs("{ { lbrace { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrack [")
  static let closes = pairs("} } rbrace } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrack ]")
  /// Bars, which have the same form on both sides.
  static let bars = pairs("| ‖ vert | Vert ‖ backslash ∖")

  static let functions: Set<String> = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth",
    "arcsin", "arccos", "arctan", "arg", "deg", "dim", "hom", "ker",
  ]
  /// Functions whose limits are below them.
  static let limitFunctions: [String: String] = [
    "max": "max", "min": "min", "sup": "sup", "inf": "inf", "lim": "lim", "limsup": "lim sup",
    "liminf": "lim inf", "det": "det", "gcd": "gcd", "Pr": "Pr",
  ]

  /// Widths in ems.
  static let spaces = [
    ",": "0.1667em", "thinspace": "0.1667em", ":": "0.2222em", "medspace": "0.2222em", ";": "0.2778em",
    "thickspace": "0.2778em", "!": "-0.1667em", " ": "0.25em", "quad": "1em", "qquad": "2em",
  ]

  static let bigDelimiters = ["big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"]

  private static func pairs(_ text: String) -> [String: String] {
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    return Dictionary(
      stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) },
      uniquingKeysWith: { first, _ in first })
  }
}
