import Diagnostics

extension PlanProblem {
  package static let reference: [ProblemReference] = names + data + views

  /// How cells name each other.
  private static let names: [ProblemReference] = [
    ProblemReference(
      "TB-P-101", "A directive is one of those there are",
      "`tunebook docs directives` lists them. Code that is only to be shown stands in a listing without braces.",
      wrong: .text("```{fitt} slow\nfrom: fast\n```"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-P-102", "Each cell has a name of its own",
      "Sentences and cells read results by it.",
      wrong: .cell("{fit} fast", "from: fast\nepochs: 6"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-P-103", "The body of this cell is options",
      "Only a few directives, such as expect, take a bare list.",
      wrong: .cell("{evaluate}", "- fast"), right: .cell("{evaluate}", "fit: fast")),
    ProblemReference(
      "TB-P-104", "A cell that is named is there",
      "Options such as `model`, `data` and `from` take the name behind the braces of another cell.",
      wrong: .fit("model: nett"), right: .fit("model: net")),
    ProblemReference(
      "TB-P-105", "A cell uses what stands above it",
      "A notebook is read from top to bottom, and its cells can be followed in that order. Prose may name what follows.",
      wrong: .cell("{evaluate}", "fit: slow") + .fit("epochs: 6"),
      right: .fit("epochs: 6") + .cell("{evaluate}", "fit: slow")),
    ProblemReference(
      "TB-P-106", "`from` leads to a cell that stands by itself",
      "In a circle no cell would ever get its options.",
      wrong: .cell("{fit} one", "from: two") + .cell("{fit} two", "from: one"),
      right: .cell("{fit} one", "from: fast\nepochs: 4") + .cell("{fit} two", "from: one\nepochs: 6")),
    ProblemReference(
      "TB-P-107", "A cell that is named is of the right kind",
      "A model is untrained: what can be evaluated is a fit of it.",
      wrong: .cell("{evaluate}", "fit: net"), right: .cell("{evaluate}", "fit: fast")),
    ProblemReference(
      "TB-P-108", "A cell takes over options from one of its own kind",
      "Other kinds have other options.",
      wrong: .cell("{fit} slow", "from: net"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-P-133", "The directive of a cell stands in braces",
      "Without them a fence opens a listing, which is shown and never run.",
      wrong: .text("```evaluate\nfit: fast\n```"), right: .cell("{evaluate}", "fit: fast")),
    ProblemReference(
      "TB-P-123", "A cell's name is no word of expressions",
      "`and`, `or`, `not`, `within`, `params` and the like are read there as what they mean.",
      wrong: .cell("{fit} within", "from: fast\nepochs: 6"), right: .fit("epochs: 6")),
  ]
}

extension MentionProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-P-141", "A reference leads to a cell",
      "A link that leads nowhere is found by readers only.",
      wrong: .text("See @fig-curve.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"),
      right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves")),
    ProblemReference(
      "TB-P-142", "A reference says fig of figures and tbl of tables",
      "The link's text is \"Figure 1\" or \"Table 1\", and each is numbered on its own.",
      wrong: .text("See @tbl-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"),
      right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves")),
    ProblemReference(
      "TB-P-143", "What is referred to has a caption",
      "The number stands before it, so that readers who follow the link find what they look for.",
      wrong: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast"),
      right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves")),
    ProblemReference(
      "TB-P-144", "What is referred to is on the page",
      "`output: false` and `eval: false` keep it away.",
      wrong: .text("See @fig-curves.\n")
        + .cell("{plot} curves", "fits: fast\ncaption: Curves\noutput: false"),
      right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves")),
    ProblemReference(
      "TB-P-145", "What is referred to is a figure or a table",
      "Claims and models have no number.",
      wrong: .text("See @fig-sure.\n") + .cell("{expect} sure", "- fast.epochs == 3"),
      right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves")),
  ]
}

extension ParameterProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-C-101", "A parameter that is set is declared in the notebook",
      "`tunebook run --help-notebook` lists those of a notebook, with what may be set."),
    ProblemReference(
      "TB-C-102", "A parameter is set to a value like its default",
      "A default of 5 makes it an integer, 0.5 a number, true a flag and all else text."),
    ProblemReference(
      "TB-C-103", "A parameter lies within its bounds",
      "They are the `min` and `max` of its declaration: the author says for which values the notebook holds."),
    ProblemReference(
      "TB-C-104", "A parameter is one of its choices",
      "They are listed as `choices` where it is declared."),
  ]
}
