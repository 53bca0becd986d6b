extension Network {
  /// Adds the losses of a batch's samples to a sum, each times the weight of its sample, and for each of them the
  /// penalties on weights and outputs, so that the mean of the sum is the loss that Keras reports.
  ///
  /// - Parameter losses: room for the loss of each sample.
  func addLosses(
    by loss: any Loss, _ targets: TargetBatch, rows: Int, in losses: FloatBuffer, to sum: inout Double
  ) {
    loss.values(output.value, targets, rows: rows, into: losses, on: context)
    for row in 0..<rows { sum += Double(losses.pointer[row] * targets.weight(row)) }
    if !penalized.isEmpty || !activityPenalties.isEmpty { sum += Double(rows) * penalty }
  }

  /// The penalties on the weights and on the outputs of the last batch, in the order of the layers.
  private var penalty: Double {
    var sum = 0.0
    for parameter in penalized {
      sum +=
        parameter.regularizer?.penalty(
          of: parameter.weightsPointer, count: parameter.weights.count, on: context) ?? 0
    }
    for activity in activityPenalties { sum += activity.penalty }
    return sum
  }

  /// Adds the gradients of the penalties on weights to those of the loss.
  func addPenaltyGradients() {
    for parameter in penalized {
      guard let gradient = parameter.gradientPointer else { continue }
      parameter.regularizer?.addGradient(
        of: parameter.weightsPointer, count: parameter.weights.count, to: gradient, on: context)
    }
  }
}
