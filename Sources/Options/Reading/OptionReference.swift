import Diagnostics

extension OptionProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-O-101", "An option is one that the directive, layer or optimizer has",
      "One that is not known would be passed over, and the notebook would seem to do what it does not.",
      wrong: .fit("epoch: 6"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-O-102", "What has no sensible default is given",
      "Most options may be left out; which may not, and what stands for the others, `tunebook docs` says.",
      wrong: .cell("{evaluate}", "split: test"), right: .cell("{evaluate}", "fit: fast")),
    ProblemReference(
      "TB-O-103", "A value is of the option's kind",
      "Nothing is converted: text that looks like a number is text, for it was put in quotes.",
      wrong: .fit("epochs: \"6\""), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-O-104", "A number lies within the option's range",
      "Beyond it the computation would have no meaning, or never end. `tunebook docs fit.epochs` says the range.",
      wrong: .fit("epochs: 0"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-O-105", "A name is one of those there are",
      "So it is for optimizers, losses, layers and all options that have a choice. `tunebook docs optimizers` lists some.",
      wrong: .fit("optimizer: sdg"), right: .fit("optimizer: sgd")),
    ProblemReference(
      "TB-O-106", "One thing stands where one is asked for",
      "Two layers in one element of a list mostly lack a dash, and two optimizers indentation.",
      wrong: .cell("{model} deep", "layers: [{flatten: {}, dense: 10}]"),
      right: .cell("{model} deep", "layers: [flatten, {dense: {units: 10, activation: softmax}}]")
        + .fit(of: "deep")),
    ProblemReference(
      "TB-O-107", "A list that must hold something holds something",
      "Where it may be left out, leave it out.",
      wrong: .cell("{plot}", "fits: []"), right: .cell("{plot}", "fits: [fast]")),
    ProblemReference(
      "TB-O-108", "What has no options is given none",
      "It is written by its name alone.",
      wrong: .cell("{model} deep", "layers: [{flatten: 2}, {dense: {units: 10, activation: softmax}}]"),
      right: .cell("{model} deep", "layers: [flatten, {dense: {units: 10, activation: softmax}}]")
        + .fit(of: "deep")),
    ProblemReference(
      "TB-O-109", "A value stands behind the colon",
      "An option that is there and empty could mean its default or none. `null` takes away what came with `from`.",
      wrong: .fit("seed:"), right: .fit("seed: 7")),
    ProblemReference(
      "TB-O-110", "A list of names holds each of them once",
      "A fit that is drawn or compared twice shows nothing that it does not show once.",
      wrong: .cell("{plot}", "fits: [fast, fast]"), right: .cell("{plot}", "fits: [fast]")),
    ProblemReference(
      "TB-O-114", "A plot or a comparison shows at most 100 fits",
      "More cannot be told apart, and a foreign notebook could keep the program busy so. Several cells may share them."
    ),
  ]
}

extension SubstitutionProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-O-111", "${…} names a parameter",
      "Parameters are those of the front matter and those of the cell itself.",
      wrong: .fit("params: {rounds: 6}\nepochs: ${round}"),
      right: .fit("params: {rounds: 6}\nepochs: ${rounds}")),
    ProblemReference(
      "TB-O-112", "${ is closed",
      "It is not guessed where the name ends.",
      wrong: .fit("params: {rounds: 6}\nepochs: ${rounds"),
      right: .fit("params: {rounds: 6}\nepochs: ${rounds}")),
    ProblemReference(
      "TB-O-113", "A text with its parameters filled in has at most 100,000 bytes",
      "A parameter that is read many times makes a long text of a short one, and a foreign notebook could fill the memory "
        + "so."),
  ]
}
