extension Loss {
  /// Checks that there is an output for each class or share, and that the outputs are probabilities.
  func checkCategories(
    outputs: Int, lastActivation: String?, targets: TargetForm
  ) throws(TrainingProblem) {
    guard outputs == targets.width else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
    guard outputs > 1 else { throw .oneOutputForCategories(loss: name) }
    guard lastActivation == Softmax.name || lastActivation == Sigmoid.name else {
      throw .lossNeedsProbabilities(loss: name, activation: Softmax.name, found: lastActivation)
    }
  }

  /// Checks that there is an output for each number or class, or one for two classes, and that the outputs are
  /// probabilities.
  func checkProbabilities(
    outputs: Int, lastActivation: String?, targets: TargetForm
  ) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
    guard lastActivation == Sigmoid.name || lastActivation == Softmax.name else {
      throw .lossNeedsProbabilities(loss: name, activation: Sigmoid.name, found: lastActivation)
    }
  }
}
