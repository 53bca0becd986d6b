import Diagnostics

extension Practice {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-G-101", "A parameter is read somewhere",
      "Who sets one that is not waits for a change that cannot come.",
      wrong: .whole("---\nparams: {rounds: 5}\n---\n\nProse."),
      right: .whole("---\nparams: {rounds: 5}\n---\n\nIt takes {value}`params.rounds` rounds.")),
    ProblemReference(
      "TB-G-102", "A model is trained or spoken of",
      "One that is not was mostly to be named in a fit that still names another.",
      wrong: .cell(
        "{model} deep", "layers: [flatten, {dense: 30}, {dense: {units: 10, activation: softmax}}]"),
      right: .cell(
        "{model} deep", "layers: [flatten, {dense: 30}, {dense: {units: 10, activation: softmax}}]")
        + .fit(of: "deep")),
    ProblemReference(
      "TB-G-103", "Data that is loaded is used",
      "Loading takes time and memory, and a reader looks for what came of it.",
      wrong: .cell("{load} more", "dataset: digits\nscale: 1/255"),
      right: .cell("{load} more", "dataset: digits\nscale: 1/255")
        + .cell("{show}", "data: more\nwhat: images")),
    ProblemReference(
      "TB-G-104", "What is allowed would else be warned of",
      "Once the reason is gone, `allow` would silence the next warning that comes to the same place.",
      wrong: .fit("epochs: 6\nallow: learning_rate"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-G-105", "A learning rate is of a usual size",
      "Far above it steps overshoot and the loss grows; far below it nothing is learned in any time one waits. A wrong "
        + "power of ten is the most frequent mistake in tuning.",
      wrong: .fit("optimizer: {sgd: {learning_rate: 100}}"),
      right: .fit("optimizer: {sgd: {learning_rate: 0.1}}")),
    ProblemReference(
      "TB-G-106", "Inputs are of a size near 1",
      "Gradients of the first layer grow with its inputs, so that one learning rate cannot suit both large and small "
        + "ones, and first weights are drawn for inputs near 1.",
      wrong: .cell("{load} raw", "dataset: digits\nlimit: 200") + .fit("data: raw"),
      right: .cell("{load} raw", "dataset: digits\nlimit: 200\nscale: 1/255") + .fit("data: raw")),
    ProblemReference(
      "TB-G-121", "Samples are scaled as those that were learned",
      "A network that learned from numbers up to 1 gives arbitrary answers to the same numbers up to 255.",
      wrong: .cell("{load} raw", "dataset: digits\nlimit: 200")
        + .fit("validation_split: null\nvalidation_data: raw"),
      right: .cell("{load} raw", "dataset: digits\nlimit: 200\nscale: 1/255")
        + .fit("validation_split: null\nvalidation_data: raw")),
    ProblemReference(
      "TB-G-107", "Validation samples are like those of training",
      "`validation_split` takes the last samples. Where a file is sorted by class these are of one class, which "
        + "training then hardly sees.",
      wrong: .cell("{load} sorted", "dataset: {csv: {path: sorted.csv, label: kind}}\nstandardize: true")
        + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
        + .cell("{fit} slow", "model: small\ndata: sorted\nvalidation_split: 0.2"),
      right: .cell(
        "{load} sorted",
        "dataset: {csv: {path: sorted.csv, label: kind}}\nstandardize: true\ntest_split: 0.2")
        + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
        + .cell("{fit} slow", "model: small\ndata: sorted\nvalidation_data: sorted")),
    ProblemReference(
      "TB-G-108", "Test samples are kept for the end",
      "Whoever chooses the best of several fits by the test samples also chooses the luckiest, so that its accuracy on "
        + "them is too good to be true of new samples. Choose by a part of the training samples.",
      wrong: .cell("{fit} one", "from: fast\nvalidation_split: null\nvalidation_data: digits")
        + .cell("{fit} two", "from: one\nepochs: 6") + .cell("{compare}", "fits: [one, two]")
        + .cell("{evaluate}", "fit: two"),
      right: .cell("{fit} one", "from: fast\nepochs: 4") + .cell("{fit} two", "from: one\nepochs: 6")
        + .cell("{compare}", "fits: [one, two]") + .cell("{evaluate}", "fit: two")),
    ProblemReference(
      "TB-G-111", "A network is judged by samples that it has not seen",
      "Those that it learned from it may know by heart, and an accuracy on them says nothing of any other.",
      wrong: .fit("validation_split: null\nvalidation_data: null") + .cell("{expect}", "- slow.accuracy > 0"),
      right: .fit("epochs: 6") + .cell("{expect}", "- slow.val_accuracy > 0")),
    ProblemReference(
      "TB-G-112", "There are as many samples as are asked for",
      "A limit above what there is limits nothing, and a batch above it is all there is: the weights are then updated "
        + "once in an epoch. Often a zero too many was typed, or the data is smaller than it was.",
      wrong: .fit("batch_size: 100000"), right: .fit("batch_size: 64")),
    ProblemReference(
      "TB-G-114", "Names in data have the order in which they are written",
      "Characters such as U+202E are not seen, and let the name of a column or class read as another. Hebrew and "
        + "Arabic need none: their letters have a direction of their own."),
    ProblemReference(
      "TB-G-113", "What others need is computed",
      "A cell with `eval: false` has no results, so that whatever uses it is left out, and claims about it fail.",
      wrong: .fit("eval: false") + .cell("{evaluate}", "fit: slow"),
      right: .fit("epochs: 4") + .cell("{evaluate}", "fit: slow")),
    ProblemReference(
      "TB-G-109", "A rank of two fits is beyond chance",
      "An accuracy on a few samples is a draw: with other samples or another seed it comes out differently by about what "
        + "the message says. A claim that allows for some difference claims no rank.",
      wrong: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy"),
      right: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy - 5pp")),
    ProblemReference(
      "TB-G-110", "A number in a sentence is read from the result",
      "One that was typed stays what it was when options, data or the seed change, and nobody notices. A sentence of "
        + "chance, a guess, a baseline, a target or a goal, or of what would or could be, says nothing of a run.",
      wrong: .text("`fast` gets 97.5 % right."),
      right: .text("`fast` gets {value}`fast.val_accuracy | percent(1)` right.")),
  ]
}
