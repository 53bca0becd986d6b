import Diagnostics

extension RunProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-R-101", "A cell computes",
      "Not all can be known beforehand: training may break down, a file may go. Cells that need this one are skipped, "
        + "all others are computed, and the page says so in the cell's place.",
      wrong: .numbers(
        "{dense: {units: 1}}",
        "loss: mean_squared_error\nepochs: 50\noptimizer: {sgd: {learning_rate: 100}}\nallow: learning_rate"),
      right: .numbers(
        "{dense: {units: 1}}",
        "loss: mean_squared_error\nepochs: 50\noptimizer: {sgd: {learning_rate: 0.01}}")),
    ProblemReference(
      "TB-R-102", "What a cell needs has been computed",
      "It is skipped where a cell that it uses failed, which has been reported for itself; mend that one."),
    ProblemReference(
      "TB-R-103", "A claim holds",
      "The values it was judged by stand in the message. Either the prose promises too much, or something changed that "
        + "it rests on; a claim that allows for chance is written with `within`.",
      wrong: .cell("{expect}", "- fast.epochs > 3"), right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-R-104", "A claim can be checked",
      "It is not where a result is missing, or where other data stands in for what could not be had: what is claimed of "
        + "MNIST is not claimed of drawn digits."),
  ]
}

extension EvaluationProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-R-111", "Answers can be put in order",
      "Curves go through all thresholds, from the surest answer to the least sure. Weights that became infinite answer "
        + "nothing that could be compared."),
    ProblemReference(
      "TB-R-112", "There are samples of the class and of others",
      "A curve of decisions shows what is gained of one kind against what is lost of the other."),
    ProblemReference(
      "TB-R-113", "Reliability is of probabilities",
      "It compares how sure a network says it is with how often it is right; only numbers from 0 to 1 say how sure."
    ),
    ProblemReference(
      "TB-R-114", "Data that is evaluated has 1,000 classes at most",
      "A confusion matrix has a cell for each two classes: of 10,000 it would be a hundred million, which neither "
        + "memory nor a reader can take."),
  ]
}

extension StoreProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-K-101", "A stored result is as it was written",
      "Each is sealed with your store's key. One whose seal does not fit, as after a full disk, a copy that broke off or a "
        + "change by somebody else, is computed anew and replaced; nothing on the page rests on it."),
    ProblemReference(
      "TB-K-102", "Results can be stored beside the notebook",
      "They go to the folder .tunebook there. Where it cannot be written, as on a medium that is read-only, the run goes "
        + "on without, and the next one computes all again."),
    ProblemReference(
      "TB-K-103", "What is called .tunebook is a store",
      "Storing and cleaning remove files; a folder with other contents is never touched."),
    ProblemReference(
      "TB-K-104", "A store is a folder that cannot lead elsewhere",
      "A store that is a link, belongs to another user, or can be written by everyone is neither read nor written: a "
        + "notebook from elsewhere may have brought it. A folder that you choose with --store may be a group's."
    ),
  ]
}

extension StoreKeyProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-K-111", "The store's key can be read",
      "Stored results are sealed with a key, so that only your own are believed. Yours is made once, in "
        + "`~/.local/state/tunebook`; --store-key names a file of your choice."),
    ProblemReference(
      "TB-K-112", "A store's key has 32 to 4096 bytes", "A shorter one could be guessed."),
    ProblemReference(
      "TB-K-113", "Your store's key is yours alone",
      "Whoever can read it can store results that you would believe. Its permissions are 600."),
    ProblemReference(
      "TB-K-114", "A group's key is not everyone's",
      "The file named with --store-key may be readable by its group; everyone else must not read it."),
  ]
}
