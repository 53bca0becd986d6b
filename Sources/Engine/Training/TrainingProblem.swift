/// A reason why a model cannot be trained on data, or why its training ended.
package enum TrainingProblem: Error, Hashable {
  case noSamples
  case sampleShape(expected: [Int], found: [Int])
  case validationDiffers
  /// A number in the data is no token id: they are whole numbers below a count.
  case noToken(Double, count: Int)
  case unitsDoNotMatchTargets(outputs: Int, TargetForm)
  /// The network has to give back its inputs, and its outputs have another shape.
  case outputsAreNotInputs(outputs: [Int], inputs: [Int])
  /// The network has to give back its inputs, the loss compares shares between 0 and 1, and an input is none.
  case lossNeedsShares(loss: String, found: Double)
  case oneOutputForCategories(loss: String)
  case lossNeedsProbabilities(loss: String, activation: String, found: String?)
  case metricNeedsClasses(String)
  /// The loss is for classes, and the targets are numbers.
  case lossNeedsClasses(String)
  case lossNeedsPositiveOutputs(loss: String, found: String?)
  /// The metric compares the outputs for several classes, and there is a single one.
  case metricNeedsSeveralOutputs(String)
  case metricNeedsProbabilities(metric: String, found: String?)
  /// The metric compares samples of a class with others, and all are of one class.
  case metricNeedsOtherClasses(metric: String, onlyClass: String)
  case weightsDoNotFit(layer: String)
  case diverged(Divergence)
  /// The loss of a trained model on data is not a finite number.
  case lossNotFinite
}
