import Diagnostics

extension PlanProblem {
  /// What data, models and fits ask of each other.
  static let data: [ProblemReference] = [
    ProblemReference(
      "TB-P-109", "A model knows the shape of its samples",
      "The first layer has a weight for each number of a sample. The nearest data above says how many, or "
        + "`input_shape` does.",
      wrong: .whole("```{model} net\nlayers: [flatten, {dense: {units: 10, activation: softmax}}]\n```"),
      right: .whole(
        "```{model} net\ninput_shape: [28, 28]\nlayers: [flatten, {dense: {units: 10, activation: softmax}}]\n"
          + "```\n\nIt has {value}`net.parameters` parameters.")),
    ProblemReference(
      "TB-P-110", "A fit is tried on samples of the shape that it learned",
      "Other samples would have numbers without weights, or weights without numbers.",
      wrong: .flowers("epochs: 2") + .cell("{evaluate}", "fit: slow\ndata: digits"),
      right: .flowers(testSplit: 0.25, "epochs: 2") + .cell("{evaluate}", "fit: slow\ndata: flowers")),
    ProblemReference(
      "TB-P-113", "Numbers to predict are not measured by a loss for classes",
      "`target` makes numbers of a column, `label` classes.",
      wrong: .numbers("{dense: {units: 1, activation: sigmoid}}", "loss: binary_crossentropy"),
      right: .numbers("{dense: {units: 1}}", "loss: mean_squared_error")),
    ProblemReference(
      "TB-P-116", "A fit is validated on one set of samples",
      "Its curves could not say which of the two they show.",
      wrong: .fit("validation_data: digits"),
      right: .fit("validation_split: null\nvalidation_data: digits")),
    ProblemReference(
      "TB-P-117", "Test samples that are asked for are there",
      "A CSV file has none of its own; `test_split` takes some away from training.",
      wrong: .flowers("validation_data: flowers"),
      right: .flowers(testSplit: 0.25, "validation_data: flowers")),
    ProblemReference(
      "TB-P-118", "A validation split leaves samples on both sides",
      "The share is of the training samples, rounded to whole ones.",
      wrong: .fit("validation_split: 0.999"), right: .fit("validation_split: 0.2")),
    ProblemReference(
      "TB-P-121", "What stands in for data is like it",
      "The models below are built for its shape and its classes.",
      wrong: .whole(
        "```{load} data\ndataset: mnist\nfallback: {csv: {path: flowers.csv, label: kind}}\n```"),
      right: .whole(
        "```{load} data\ndataset: mnist\nscale: 1/255\nfallback: digits\n```\n\n"
          + "{value}`data.training_count` images.")),
    ProblemReference(
      "TB-P-124", "A sample is not larger than memory",
      "Mostly the shape of a batch or of the whole data was given.",
      wrong: .cell("{model} small", "input_shape: [65536, 65536]\nlayers: [flatten, {dense: 10}]"),
      right: .cell(
        "{model} small", "input_shape: [28, 28]\nlayers: [flatten, {dense: {units: 10, activation: softmax}}]"
      )
        + .fit(of: "small")),
    ProblemReference(
      "TB-P-125", "There are two classes at least",
      "A network that always gives the same answer would be right. See that `label` names the column that was meant.",
      wrong: .cell("{load} one_class", "dataset: {csv: {path: one-class.csv, label: kind}}")
        + .cell("{model} small", "layers: [{dense: {units: 1, activation: sigmoid}}]")
        + .cell("{fit} slow", "model: small\ndata: one_class\nloss: binary_crossentropy"),
      right: .flowers("epochs: 2")),
    ProblemReference(
      "TB-P-126", "A metric stands once in a list",
      "The second would have the same numbers under the same name.",
      wrong: .fit("metrics: [accuracy, accuracy]"), right: .fit("metrics: [accuracy]")),
    ProblemReference(
      "TB-P-127", "A fit is tried on classes that it has learned",
      "Its first output means the first class of the data it was trained on.",
      wrong: .flowers("epochs: 2")
        + .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}\ntest_split: 0.5")
        + .cell("{evaluate}", "fit: slow\ndata: numbers"),
      right: .flowers(testSplit: 0.25, "epochs: 2")
        + .cell("{evaluate}", "fit: slow\ndata: flowers")),
  ]
}
