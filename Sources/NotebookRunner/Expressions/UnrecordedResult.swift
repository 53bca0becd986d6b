import Engine

/// Results that a cell has only if it is asked to record them.
enum UnrecordedResult {
  /// Returns what to write so that a cell with the known results also has another; `nil` if nothing helps.
  static func remedy(for field: String, known: [String]) -> String? {
    if known.contains("weights_digest") { return remedy(forFit: field, known) }
    if known.contains("confusion_matrix") { return remedy(forEvaluation: field) }
    return nil
  }

  /// Returns what to write so that a fit measures a metric; `nil` if the name is not a metric.
  static func remedy(forMetric metric: String) -> String? {
    if metric == RecordedSeries.learningRateName { return learningRateRemedy }
    return Metrics.catalogue[metric].map { remedy(writing: ["`metrics: [\($0.name)]`"]) }
  }

  private static let learningRateRemedy =
    "it is recorded if it may change: give the optimizer a schedule as its `learning_rate`, or the fit "
    + "`reduce_lr_on_plateau`"

  private static func remedy(writing options: [String]) -> String {
    "write \(options.joined(separator: " and ")) in the fit, or in the one it is `from`"
  }

  private static func remedy(forFit field: String, _ known: [String]) -> String? {
    if field == "layers" { return "write `measure: each_layer` in the fit" }
    if field == RecordedSeries.learningRateName { return learningRateRemedy }
    func isValidated(_ quantity: String) -> Bool {
      field == RecordedQuantity.name(of: quantity, .validation)
    }
    let quantities = [Quantity.loss.name] + Metrics.catalogue.names
    guard let quantity = quantities.first(where: { $0 == field || isValidated($0) }) else { return nil }
    let isValidationMissing = !known.contains(RecordedQuantity(.loss, .validation).name)
    let missing = [
      known.contains(quantity) ? nil : "`metrics: [\(quantity)]`",
      isValidated(quantity) && isValidationMissing ? "`validation_data` or `validation_split`" : nil,
    ].compactMap(\.self)
    return missing.isEmpty ? nil : remedy(writing: missing)
  }

  private static func remedy(forEvaluation field: String) -> String? {
    switch field {
    case "outcomes": return "write `pos_label`, the class to tell from the rest"
    default:
      let curve = DecisionCurves.Curve.allCases.first { $0.valueName == field }
      return curve.map { "write `curves: [\($0.rawValue)]`, and `pos_label` if there are several classes" }
    }
  }
}
