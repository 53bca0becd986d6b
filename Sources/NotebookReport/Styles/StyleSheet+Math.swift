/// The styles of formulas: a math font of the system, and aligned columns, which MathML Core lacks.
extension StyleSheet {
  static let math =
    mathRules
    + .within(
      "@media (max-width: 40rem)",
      StyleSheet(
        ".long.formula { display: inline-block; overflow-x: auto; max-width: 100%; vertical-align: middle; }")
    )

  private static let mathRules = StyleSheet(
    """
    math {
      font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "Libertinus Math", "TeX Gyre Termes Math",
        "DejaVu Math TeX Gyre", "Noto Sans Math", math;
    }
    .formula:not(.long) { display: block; overflow-x: auto; overflow-y: hidden; padding: 0.3em 0; }
    .formula.columns { display: flex; flex-wrap: wrap; gap: 0.6em 2em; justify-content: center; align-items: baseline; }
    article > p:has(> :is(.formula:not(.long), .equation):only-child) { max-width: none; }
    .equation { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: center; }
    .equation:target { outline: 2px solid var(--mark); outline-offset: 0.3rem; border-radius: 2px; }
    .overlined { border-top: 0.06em solid; padding-top: 0.12em; }
    .underlined { border-bottom: 0.06em solid; padding-bottom: 0.12em; }
    mtable.aligned mtd { text-align: left; padding-inline: 0; }
    mtable.aligned mtd:nth-child(odd) { text-align: right; }
    mtable.aligned mtd:nth-child(odd):not(:first-child) { padding-left: 2em; }
    mtable.cases mtd { text-align: left; }
    mtable.cases mtd + mtd { padding-left: 1em; }
    """)
}
