/// Formulas: a font made for them where the system has one, and columns, which MathML does not align itself.
extension StyleSheet {
  static let math = StyleSheet(
    """
    math {
      font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "Libertinus Math", "TeX Gyre Termes Math",
        "DejaVu Math TeX Gyre", "Noto Sans Math", math;
    }
    .formula { display: block; overflow-x: auto; overflow-y: hidden; max-width: 100%; padding: 0.3em 0; }
    mtable.aligned mtd { text-align: left; padding-inline: 0; }
    mtable.aligned mtd:nth-child(odd) { text-align: right; }
    mtable.aligned mtd:nth-child(odd):not(:first-child) { padding-left: 2em; }
    mtable.cases mtd { text-align: left; }
    mtable.cases mtd + mtd { padding-left: 1em; }
    """)
}
