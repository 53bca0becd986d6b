import Diagnostics
import Options

/// What can keep a model from being trained on data, or end its training.
package enum TrainingProblem: Problem, Error, Hashable {
  case noSamples
  case sampleShape(expected: [Int], found: [Int])
  case validationDiffers
  case unitsDoNotMatchTargets(outputs: Int, TargetForm)
  case oneOutputForCategories(loss: String)
  case lossNeedsProbabilities(loss: String, activation: String, found: String?)
  case metricNeedsClasses(String)
  case weightsDoNotFit(layer: String)
  case diverged(Divergence)
  /// The loss of a trained model on data is not a finite number.
  case lossNotFinite

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
    switch activation {
    case Softmax.name: CategoricalCrossentropy.name
    case Sigmoid.name: BinaryCrossentropy.name
    default: nil
    }
  }
}

extension Divergence {
  fileprivate var message: String {
    switch moment {
    case .step(let step): "the loss stopped being a finite number at step \(step) of epoch \(epoch)"
    case .validation: "the loss on the validation data is not a finite number after epoch \(epoch)"
    }
  }

  fileprivate var help: String {
    let scaling = "`scale: 1/255` or `standardize: true` where the data is loaded"
    let inputs = "they reach \(OptionValue(.number(Double(largestInput))))"
    guard followsAStep else {
      return "no step was taken before it, so the inputs or the first weights are too large; "
        + (hasLargeInputs ? "\(inputs): set \(scaling)" : "choose another `kernel_initializer`")
    }
    return
      "the learning rate is the likely cause: steps of \(OptionValue(.number(learningRate))) go too far. "
      + "Try `optimizer: {\(optimizer): {learning_rate: \(OptionValue(.number(saferRate)))}}`"
      + (hasLargeInputs ? ", or bring the inputs nearer to 0, for \(inputs): set \(scaling)" : "")
  }
}

extension TrainingProblem {
  package var record: ProblemRecord {
    ProblemRecord(code, message, help: help, rule: "", reason: "")
  }
}
