import Datasets
import Engine
import Options

/// Whether a model, a loss, metrics and data go together.
enum FitCheck {
  static func passes(
    _ model: Model, _ data: DatasetDescription, loss: any Loss, metrics: [any Metric],
    _ context: inout PlanContext
  ) -> Bool {
    guard model.inputShape == data.sampleShape else {
      context.report(PlanProblem.shapeMismatch(model: model.inputShape, data: data.sampleShape), at: "model")
      return false
    }
    let metricNames = metrics.map { type(of: $0).name }
    if let repeated = metricNames.first(where: { name in metricNames.count { $0 == name } > 1 }) {
      context.report(PlanProblem.repeatedMetric(repeated), at: "metrics")
      return false
    }
    let lossName = type(of: loss).name
    let units = model.outputShape.reduce(1, *)
    if data.classNames == nil {
      if lossName != MeanSquaredError.name {
        context.report(PlanProblem.lossNeedsClasses(lossName), at: "loss")
        return false
      }
      if let metric = metricNames.first(where: { $0 == Accuracy.name }) {
        context.report(PlanProblem.metricNeedsClasses(metric), at: "metrics")
        return false
      }
      if units != 1 {
        context.report(PlanProblem.unitsAgainstNumbers(units: units, width: 1), at: "model")
        return false
      }
      return true
    }
    guard let classes = data.classNames?.count else { return true }
    if classes < 2 {
      context.report(PlanProblem.singleClass, at: "data")
      return false
    }
    let expected = lossName == BinaryCrossentropy.name ? (classes == 2 ? 1 : classes) : classes
    if units != expected {
      context.report(
        PlanProblem.unitsAgainstClasses(units: units, classes: classes, loss: lossName), at: "model")
      return false
    }
    let needed = [CategoricalCrossentropy.name: "softmax", BinaryCrossentropy.name: "sigmoid"][lossName]
    if let needed, model.lastActivation != needed {
      context.report(
        PlanProblem.lossNeedsActivation(
          loss: lossName, activation: needed, found: model.lastActivation ?? "linear"), at: "model")
      return false
    }
    return true
  }
}
