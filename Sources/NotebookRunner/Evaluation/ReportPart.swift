import Engine

/// A part of the report on a trained model.
enum ReportPart: String, CaseIterable {
  case summary
  case perClass = "per_class"
  case confusionMatrix = "confusion_matrix"
  case outcomes
  case curves
  case predictions
  case mistakes

  /// Returns the parts that a report on such a fit has.
  static func all(of aim: FitAim, onClasses: Bool) -> [ReportPart] {
    if aim.reconstructs { return [.summary, .mistakes] }
    return onClasses ? allCases.filter { $0 != .predictions } : [.summary, .predictions]
  }
}
