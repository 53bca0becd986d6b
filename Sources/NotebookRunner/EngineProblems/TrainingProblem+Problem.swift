import Diagnostics
import Engine
import Options

extension TrainingProblem: Problem {
  package var record: ProblemRecord {
    switch self {
    case .noSamples:
      ProblemRecord(
        "TB-E-201", "there are no samples to train on", help: "raise the limit, or lower validation_split",
        rule: "There are samples to learn from",
        reason: "A limit and a validation split remove samples; some must be left.")
    case .sampleShape(let expected, let found):
      ProblemRecord(
        "TB-E-202",
        "the model takes samples of shape \(shapeText(expected)), and the data has \(shapeText(found))",
        help: "build the model for \(shapeText(found))",
        rule: "Samples have the shape that the model was built for",
        reason: "Each number of a sample has weights of its own.",
        wrong: .cell("{model} other", "input_shape: [4]\nlayers: [dense: {units: 10, activation: softmax}]")
          + .fit(of: "other"),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .validationDiffers:
      ProblemRecord(
        "TB-E-203", "the targets of the validation data differ in kind from those of the training data",
        help: "take both from the same data set",
        rule: "A fit is validated on targets of the kind it learns",
        reason: "Classes and numbers have different losses, which could not share a curve.")
    case .noToken(let number, let count):
      ProblemRecord(
        "TB-E-221",
        "the embedding has token ids from 0 to \(count - 1), and the data contains the number "
          + "\(OptionValue(.number(number)))",
        help: number >= Double(count)
          ? "give it an `input_dim` above the largest id" : "load ids as they are, whole and not scaled",
        rule: "The data for an embedding consists of token ids",
        reason: "Each id stands for a row of the embedding's weights, so it is a whole number from 0 to one "
          + "less than `input_dim`.")
    case .unitsDoNotMatchTargets(let outputs, .classes(let count)):
      ProblemRecord(
        of: Self.outputsMatchTargets,
        "the model has \(counted(outputs, "output")), and the data has \(count) classes",
        help: count == 2
          ? "give the last layer 2 units with softmax, or 1 unit with sigmoid and the loss "
            + "binary_crossentropy"
          : "give the last layer \(counted(count, "unit"))")
    case .unitsDoNotMatchTargets(let outputs, .numbers(let width)):
      ProblemRecord(
        of: Self.outputsMatchTargets,
        "the model has \(counted(outputs, "output")), and each target has \(counted(width, "number"))",
        help: "give the last layer \(counted(width, "unit"))")
    case .unitsDoNotMatchTargets(let outputs, .inputs(let shape)):
      Self.outputsAreNotInputs([outputs], shape)
    case .outputsAreNotInputs(let outputs, let inputs): Self.outputsAreNotInputs(outputs, inputs)
    case .lossNeedsShares(let loss, let found):
      ProblemRecord(
        "TB-E-191",
        "\(loss) compares shares between 0 and 1, and the inputs to reproduce contain the number "
          + "\(OptionValue(.number(found)))",
        help: "load the data with `scale: 1/255` if it consists of pixels, or use `loss: mean_squared_error`",
        rule: "Inputs that are reproduced as probabilities are between 0 and 1",
        reason: "The loss takes each output as the probability of a yes, and each input as the share of yes. "
          + "Outside 0 and 1 it has no smallest value.")
    case .oneOutputForCategories(let loss):
      ProblemRecord(
        "TB-E-205", "\(loss) compares classes, and the model has a single output",
        help: "use the loss binary_crossentropy, or 2 units with softmax",
        rule: "One output tells two classes apart with binary_crossentropy",
        reason: "categorical_crossentropy compares the outputs of several units, and softmax of a single one "
          + "is always 1.")
    case .lossNeedsProbabilities(let loss, let activation, let found):
      ProblemRecord(
        "TB-E-206",
        "\(loss) takes the outputs of \(activation), and the last layer's activation is "
          + "\(found ?? "missing")",
        help: "give the last layer `activation: \(activation)`"
          + (Self.loss(of: found).map { ", or use `loss: \($0)`" } ?? ""),
        rule: "A cross-entropy compares probabilities",
        reason:
          "softmax turns several outputs into probabilities, and sigmoid turns one. Without them training "
          + "would run, but its loss would mean nothing.",
        wrong: .network("dense: {units: 10, activation: relu}"),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .metricNeedsClasses(let metric):
      ProblemRecord(
        "TB-E-207", "\(metric) is for classes, and the targets are numbers", help: "leave the metric out",
        rule: "Metrics that count right answers are for classes",
        reason: "A predicted number is never exactly right. Its loss says how far off it is, as does a "
          + "metric such as mean_absolute_error.",
        wrong: .numbers("{dense: {units: 1}}", "loss: mean_squared_error\nmetrics: [accuracy]"),
        right: .numbers("{dense: {units: 1}}", "loss: mean_squared_error"))
    case .lossNeedsClasses(let loss):
      ProblemRecord(
        "TB-E-123", "\(loss) is for classes, and the targets are numbers",
        help: "use the loss categorical_crossentropy for shares, or mean_squared_error for numbers",
        rule: "Classes by number are whole numbers",
        reason: "Its targets name one class each, and cannot be shares of several classes.")
    case .lossNeedsPositiveOutputs(let loss, let found):
      ProblemRecord(
        "TB-E-124",
        "\(loss) takes outputs that are not negative, and the last layer's activation is "
          + "\(found ?? "missing")",
        help: "give the last layer `activation: softplus` or `activation: exponential`",
        rule: "The mean of a count is not negative",
        reason: "The loss contains the logarithm of the output, and negative numbers have none.",
        wrong: .numbers("{dense: {units: 1}}", "loss: poisson"),
        right: .numbers("{dense: {units: 1, activation: softplus}}", "loss: poisson"))
    case .metricNeedsSeveralOutputs(let metric):
      ProblemRecord(
        "TB-E-125", "\(metric) compares the outputs for several classes, and the model has a single output",
        help: "leave the metric out, or use accuracy",
        rule: "The most probable classes are found among several outputs",
        reason: "With a single output for two classes, both are always among the first two.")
    case .metricNeedsProbabilities(let metric, let found):
      ProblemRecord(
        "TB-E-126",
        "\(metric) judges probabilities, and the last layer's activation is \(found ?? "missing")",
        help: "give the last layer softmax, or sigmoid if it has a single unit; or leave the metric out",
        rule: "Metrics of probabilities need outputs that are probabilities",
        reason: "Other outputs may be negative or above 1, and then the number would mean nothing.",
        wrong: .cell("{model} apart", "layers:\n  - flatten\n  - dense: 10")
          + .fit("model: apart\nloss: mean_squared_error\nmetrics: [log_loss]"),
        right: .fit("metrics: [log_loss]"))
    case .metricNeedsOtherClasses(let metric, let onlyClass):
      ProblemRecord(
        "TB-E-127",
        "\(metric) compares the samples of a class with others, and all samples here are of the class "
          + "\"\(onlyClass)\"",
        help: "use more samples, or leave the metric out of the fit",
        rule: "Metrics that rank samples need more than one class",
        reason:
          "Such a metric asks which of two samples of different classes has the higher output. Without a "
          + "second class there is no such pair, and the metric has no value.")
    case .weightsDoNotFit(let layer):
      ProblemRecord(
        "TB-E-208", "the given weights do not fit the layer \(layer)",
        help: "use weights saved from the same model", rule: "Given weights fit the layers",
        reason: "They have as many inputs and units as the layer.")
    case .diverged(let divergence):
      ProblemRecord(of: Self.lossStaysFinite, divergence.message, help: divergence.help)
    case .lossNotFinite:
      ProblemRecord(
        "TB-E-302", "the loss on this data is not a finite number",
        help: "train the model with a smaller learning rate, or scale the inputs",
        rule: "A trained model has a finite loss on the data",
        reason: "The weights diverged although the training samples did not show it, or this data has far "
          + "larger numbers.")
    }
  }

  private static func outputsAreNotInputs(_ outputs: [Int], _ inputs: [Int]) -> ProblemRecord {
    ProblemRecord(
      "TB-E-190",
      "the model returns samples of shape \(shapeText(outputs)), and its inputs have the shape "
        + shapeText(inputs),
      help: "end it with \(counted(inputs.reduce(1, *), "unit")), or with the shape \(shapeText(inputs))",
      rule: "A network that reproduces its inputs has an output for each of their numbers",
      reason:
        "Each output is compared with the input at the same position. The outputs may have the shape of the "
        + "input, or be one row.",
      wrong: .cell("{model} coder", "layers: [flatten, {dense: 30}]")
        + .fit("model: coder\ntargets: inputs\nloss: mean_squared_error\nmetrics: []"),
      right: .cell("{model} coder", "layers: [flatten, {dense: 30}, {dense: 784}]")
        + .fit("model: coder\ntargets: inputs\nloss: mean_squared_error\nmetrics: []"))
  }

  /// Returns the loss that goes with an activation of the last layer.
  private static func loss(of activation: String?) -> String? {
    guard let activation else { return nil }
    return Losses.catalogue.members.first { $0.standard.lastActivation == activation }?.name
  }

  static let references = [
    reference(of: noSamples), reference(of: sampleShape),
    reference(of: validationDiffers), reference(of: noToken), outputsMatchTargets,
    reference(of: TrainingProblem.outputsAreNotInputs(outputs:inputs:)), reference(of: lossNeedsShares),
    reference(of: oneOutputForCategories), reference(of: lossNeedsProbabilities),
    reference(of: metricNeedsClasses), reference(of: lossNeedsClasses),
    reference(of: lossNeedsPositiveOutputs), reference(of: metricNeedsSeveralOutputs),
    reference(of: metricNeedsProbabilities), reference(of: metricNeedsOtherClasses),
    reference(of: weightsDoNotFit),
    lossStaysFinite, reference(of: lossNotFinite),
  ]

  private static let outputsMatchTargets = ProblemReference(
    "TB-E-204", "The last layer has a unit for each class or number",
    "Its outputs are the answer: one for each class, or one for each number to predict. Two classes also go "
      + "with a single unit, whose output is the probability of the second.",
    wrong: .network("dense: {units: 7, activation: softmax}"),
    right: .network("dense: {units: 10, activation: softmax}"))

  private static let lossStaysFinite = ProblemReference(
    "TB-E-301", "The loss stays finite",
    "The learning rate sets the length of each step along the gradient. If steps are too long, the loss and "
      + "its gradient grow until the numbers overflow. Divide the rate by ten, or scale the inputs.")
}
