import Datasets
import Diagnostics
import Engine
import Options

/// A check that a model, a loss, metrics and data go together. It reports what the engine refuses, and
/// what it would carry out although nobody can mean it.
enum FitCheck {
  static func passes(
    _ signature: ModelSignature, _ data: DatasetDescription, _ targets: TargetForm, loss: any Loss,
    metrics: [any Metric], _ context: inout PlanContext
  ) -> Bool {
    let model = signature.model
    let metricNames = metrics.map(\.quantity.name)
    if let repeated = metricNames.first(where: { name in metricNames.count { $0 == name } > 1 }) {
      context.report(PlanProblem.repeatedMetric(repeated), at: "metrics")
      return false
    }
    if case .numbers = targets, !loss.acceptsNumbers {
      context.report(PlanProblem.lossNeedsClasses(loss.name), at: "loss")
      return false
    }
    if data.classNames?.count == 1 {
      context.report(PlanProblem.singleClass, at: "data")
      return false
    }
    do {
      try TrainingOptions(loss: loss, metrics: metrics)
        .check(model, sampleShape: data.sampleShape, targets: targets)
    } catch {
      report(error, of: signature, &context)
      return false
    }
    if let meant = loss.lastActivation, model.lastActivation != meant {
      let problem = TrainingProblem.lossNeedsProbabilities(
        loss: loss.name, activation: meant, found: model.lastActivation)
      report(problem, of: signature, &context)
      return false
    }
    return true
  }

  private static func report(
    _ problem: TrainingProblem, of signature: ModelSignature, _ context: inout PlanContext
  ) {
    let notes = problem.layer(in: signature.model).map {
      [Diagnostic.Note("this layer gives the outputs", at: signature.layerPlaces[$0])]
    }
    let option = problem.options.first { context.gives($0) } ?? "model"
    context.report(problem, at: option, cause: problem.cause(of: context), notes: notes ?? [])
  }
}

extension TrainingProblem {
  /// The options of a fit that the problem may be about, the likeliest first.
  fileprivate var options: [String] {
    switch self {
    case .metricNeedsClasses, .metricNeedsSeveralOutputs, .metricNeedsProbabilities: ["metrics"]
    case .lossNeedsProbabilities, .lossNeedsPositiveOutputs, .lossNeedsClasses, .lossNeedsShares: ["loss"]
    default: []
    }
  }

  /// Returns the place of the loss that causes the problem, which is the same for all fits that inherit it.
  fileprivate func cause(of context: PlanContext) -> String? {
    if case .lossNeedsProbabilities = self { "loss at \(context.place(of: "loss"))" } else { nil }
  }

  /// Returns the index of the model's layer to change.
  fileprivate func layer(in model: Model) -> Int? {
    switch self {
    case .unitsDoNotMatchTargets, .outputsAreNotInputs, .oneOutputForCategories: model.outputLayer
    case .lossNeedsProbabilities, .lossNeedsPositiveOutputs, .metricNeedsProbabilities: model.activatingLayer
    default: nil
    }
  }
}
