import Diagnostics

extension FormulaProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-M-101", "A command in a formula is one that pages can show",
      "Formulas become MathML without any of LaTeX's packages, so there is a fixed set of commands. Another is shown "
        + "as written.",
      wrong: .text("$\\alhpa + 1$"), right: .text("$\\alpha + 1$")),
    ProblemReference(
      "TB-M-102", "An environment is a matrix, cases, aligned or gathered",
      "Tables of text are written in Markdown, and pictures are charts.",
      wrong: .text("$$\\begin{tabular}{c} a \\end{tabular}$$"),
      right: .text("$$\\begin{matrix} a & b \\end{matrix}$$")),
    ProblemReference(
      "TB-M-103", "LaTeX's own signs are escaped or in their place",
      "%, # and & mean something to LaTeX: a comment, an argument, a column.",
      wrong: .text("$p = 5%$"), right: .text("$p = 5\\%$")),
    ProblemReference(
      "TB-M-104", "What is opened in a formula is closed",
      "It could not be told how much of the formula belongs to it.",
      wrong: .text("$x^{2$"), right: .text("$x^{2}$")),
    ProblemReference(
      "TB-M-105", "A command is followed by its argument",
      "A fraction has two, a root and a script one.",
      wrong: .text("$\\frac{1}$"), right: .text("$\\frac{1}{2}$")),
    ProblemReference(
      "TB-M-106", "A bracket stands behind \\left, \\right and \\big",
      "They are sizes of brackets, and nothing by themselves; \\left. is a bracket that is not seen.",
      wrong: .text("$\\left x \\right)$"), right: .text("$\\left( x \\right)$")),
    ProblemReference(
      "TB-M-107", "A symbol has one superscript and one subscript",
      "$x^a^b$ could be read in two ways.",
      wrong: .text("$x^a^b$"), right: .text("${x^a}^b$")),
    ProblemReference(
      "TB-M-108", "The name of a function is letters and digits",
      "What is to be raised or lowered stands behind it.",
      wrong: .text("$\\operatorname{a^b}(x)$"), right: .text("$\\operatorname{a}^b(x)$")),
    ProblemReference(
      "TB-M-109", "A formula is not nested without end",
      "No page could show it; the limit keeps a damaged file from using up all memory."),
    ProblemReference(
      "TB-M-110", "A formula is closed with the dollar signs that open it",
      "Within lists and quotes its lines must not begin as a list or a heading does, for that ends the paragraph. A single "
        + "dollar sign opens a formula that ends in its paragraph; before a command, as in $\\mu, it means no price.",
      wrong: .text("$$x^2"), right: .text("$$x^2$$")),
    ProblemReference(
      "TB-M-111", "A formula holds no sentences and no paths",
      "Two dollar signs in a paragraph may be names of variables or amounts. As a formula, their letters would be set "
        + "as products, without the spaces between words.",
      wrong: .text("Set $HOME/bin:$PATH first."), right: .text("Set `$HOME/bin:$PATH` first.")),
  ]
}
