import Diagnostics
import Engine

extension TrainingProblem: Problem {
  package var code: String {
    switch self {
    case .noSamples: "TB-E-201"
    case .sampleShape: "TB-E-202"
    case .validationDiffers: "TB-E-203"
    case .unitsDoNotMatchTargets: "TB-E-204"
    case .oneOutputForCategories: "TB-E-205"
    case .lossNeedsProbabilities: "TB-E-206"
    case .metricNeedsClasses: "TB-E-207"
    case .weightsDoNotFit: "TB-E-208"
    case .diverged: "TB-E-301"
    case .lossNotFinite: "TB-E-302"
    }
  }

  package var message: String {
    switch self {
    case .noSamples: "there are no samples to train on"
    case .sampleShape(let expected, let found):
      "the model takes samples of shape \(shapeText(expected)), and the data has \(shapeText(found))"
    case .validationDiffers: "the validation data's targets are not of the training data's kind"
    case .unitsDoNotMatchTargets(let outputs, .classes(let count)):
      "the model has \(counted(outputs, "output")), and the data has \(count) classes"
    case .unitsDoNotMatchTargets(let outputs, .numbers(let width)):
      "the model has \(counted(outputs, "output")), and each target has \(counted(width, "number"))"
    case .oneOutputForCategories(let loss): "\(loss) compares classes, and the model has a single output"
    case .lossNeedsProbabilities(let loss, let activation, let found):
      "\(loss) takes the outputs of \(activation), and the last layer's activation is \(found ?? "missing")"
    case .metricNeedsClasses(let metric): "\(metric) is for classes, and the targets are numbers"
    case .weightsDoNotFit(let layer): "the weights given do not fit the layer \(layer)"
    case .diverged(let divergence): divergence.message
    case .lossNotFinite: "the loss on this data is not a finite number"
    }
  }

  package var help: String? {
    switch self {
    case .noSamples: "raise the limit, or lower validation_split"
    case .sampleShape(_, let found): "build the model for \(shapeText(found))"
    case .validationDiffers: "take both from the same data set"
    case .unitsDoNotMatchTargets(_, .classes(2)):
      "give the last layer 2 units with softmax, or 1 unit with sigmoid and the loss binary_crossentropy"
    case .unitsDoNotMatchTargets(_, let form): "give the last layer \(counted(form.width, "unit"))"
    case .oneOutputForCategories: "use the loss binary_crossentropy, or 2 units with softmax"
    case .lossNeedsProbabilities(_, let activation, let found):
      "give the last layer `activation: \(activation)`"
        + (Self.loss(of: found).map { ", or use `loss: \($0)`" } ?? "")
    case .metricNeedsClasses: "leave the metric out"
    case .weightsDoNotFit: "use weights saved from the same model"
    case .diverged(let divergence): divergence.help
    case .lossNotFinite: "train the model with a smaller learning rate, or scale the inputs"
    }
  }

  /// The loss that goes with an activation of the last layer.
  private static func loss(of activation: String?) -> String? {
    guard let activation else { return nil }
    return Losses.catalogue.members.first { $0.standard.lastActivation == activation }?.name
  }

  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-201", "There are samples to learn from",
      "A limit and a validation split take samples away; something must be left."),
    ProblemReference(
      "TB-E-202", "Samples have the shape that the model was built for",
      "Each number of a sample has weights of its own.",
      wrong: .cell("{model} other", "input_shape: [4]\nlayers: [dense: {units: 10, activation: softmax}]")
        + .fit(of: "other"),
      right: .network("dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-203", "A fit is validated on targets of the kind it learns",
      "Classes and numbers have different losses, which could not share a curve."),
    ProblemReference(
      "TB-E-204", "The last layer has a unit for each class or number",
      "Its outputs are the answer: one for each class, or one for each number to predict. Two classes also go with a "
        + "single unit, whose output is the probability of the second.",
      wrong: .network("dense: {units: 7, activation: softmax}"),
      right: .network("dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-205", "One output tells two classes apart with binary_crossentropy",
      "categorical_crossentropy compares the outputs of several units, and softmax over a single one is always 1."
    ),
    ProblemReference(
      "TB-E-206", "A cross-entropy compares probabilities",
      "softmax makes probabilities of several outputs, sigmoid of one. Without them training would run, and its loss "
        + "would mean nothing.",
      wrong: .network("dense: {units: 10, activation: relu}"),
      right: .network("dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-207", "Accuracy is for classes",
      "A predicted number is never exactly right; its loss says how far off it is.",
      wrong: .numbers("{dense: {units: 1}}", "loss: mean_squared_error\nmetrics: [accuracy]"),
      right: .numbers("{dense: {units: 1}}", "loss: mean_squared_error")),
    ProblemReference(
      "TB-E-208", "Weights that are given fit the layers",
      "They have as many inputs and units as the layer."),
    ProblemReference(
      "TB-E-301", "The loss stays finite",
      "The learning rate sets the length of each step along the gradient. If steps are too long, the loss and its "
        + "gradient grow until the numbers overflow. Divide the rate by ten, or scale the inputs."),
    ProblemReference(
      "TB-E-302", "A trained model has a finite loss on the data",
      "The weights diverged although the training samples did not show it, or the data has far larger numbers."
    ),
  ]
}
