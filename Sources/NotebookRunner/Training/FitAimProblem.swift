import Diagnostics
import Options

/// A problem with the targets of a fit, or with the weights of its samples.
enum FitAimProblem: Problem {
  case weightedNumbers
  case noClassToWeigh(String, known: [String])
  case weighedTwice(String)
  /// The data sets no such column of weights apart.
  case noWeightColumn(String, known: String?)
  case lossForInputs(String)

  var record: ProblemRecord {
    switch self {
    case .weightedNumbers:
      ProblemRecord(
        "TB-P-190", "`class_weight` is for classes, and the targets are numbers",
        help: "leave it out, or weight samples by a column with `sample_weight`",
        rule: "Only classes have class weights",
        reason: "Numbers to predict, and inputs that are reproduced, have no class.",
        wrong: .numbers("{dense: {units: 1}}", "loss: mean_squared_error\nclass_weight: balanced"),
        right: .fit("class_weight: balanced"))
    case .noClassToWeigh(let name, let known):
      ProblemRecord(
        "TB-P-191", "the data has no class \"\(name)\" to weight" + didYouMean(name, known),
        help: "name classes as the data does, or by their numbers from 0 to \(max(0, known.count - 1))",
        correction: Correction(name, among: known), rule: "A class that is weighted is in the data",
        reason: "Weights are given by the names of classes, or by their numbers in the order of the data, "
          + "from 0. Classes that are left out have a weight of 1.",
        wrong: .fit("class_weight: {ten: 2}"), right: .fit("class_weight: {7: 2}"))
    case .weighedTwice(let name):
      ProblemRecord(
        "TB-P-192", "the class \"\(name)\" has two weights", help: "remove one of them",
        rule: "A class has one weight",
        reason: "A class can be given by its name and by its number, but not by both.",
        wrong: .flowers("class_weight: {aster: 2, 0: 3}"), right: .flowers("class_weight: {aster: 2, 1: 3}"))
    case .noWeightColumn(let name, let known):
      ProblemRecord(
        "TB-P-193",
        known == nil
          ? "the data has no column of weights"
          : "the data's weights are in the column \"\(known ?? "")\"",
        help: known.map { "write `sample_weight: \($0)`" }
          ?? "name the column where the data is loaded: `csv: {…, sample_weight: \(name)}`",
        rule: "Weights of samples are a column that the load cell names",
        reason: "The column is then not a feature. Fits that do not name it weight all samples alike.",
        wrong: .flowers("sample_weight: width"),
        right: .cell(
          "{load} flowers", "dataset: {csv: {path: flowers.csv, label: kind, sample_weight: width}}")
          + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
          + .cell("{fit} slow", "model: small\ndata: flowers\nsample_weight: width"))
    case .lossForInputs(let loss):
      ProblemRecord(
        "TB-P-194", "\(loss) compares classes, and the network is trained to reproduce its inputs",
        help: "use `loss: mean_squared_error`, or `loss: binary_crossentropy` for inputs between 0 and 1",
        rule: "Inputs that are reproduced are compared as numbers",
        reason: "With `targets: inputs` each output is compared with the input at the same position.",
        wrong: .cell("{model} coder", "layers: [flatten, {dense: 30}, {dense: 784}]")
          + .fit("model: coder\ntargets: inputs\nmetrics: []"),
        right: .cell("{model} coder", "layers: [flatten, {dense: 30}, {dense: 784}]")
          + .fit("model: coder\ntargets: inputs\nmetrics: []\nloss: mean_squared_error"))
    }
  }

  static let references = [
    reference(of: weightedNumbers), reference(of: noClassToWeigh), reference(of: weighedTwice),
    reference(of: noWeightColumn), reference(of: lossForInputs),
  ]
}
