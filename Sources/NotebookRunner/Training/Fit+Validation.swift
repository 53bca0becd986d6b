import NotebookResults

extension Fit {
  /// Returns what the fit is measured on after each epoch: test samples only where the data has no others for it.
  func heldOut(_ context: PlanContext) -> LineChart.Role? {
    if validationSplit != nil { return .validation }
    return validationData.map { context.data($0)?.validatingPart == .test ? .test : .validation }
  }

  /// Returns the number of samples measured after each epoch; `nil` if it is not known.
  func validatedCount(of fit: FitSignature, _ context: PlanContext) -> Int? {
    if let validationData {
      return context.data(validationData).flatMap { $0.validatingPart.count(in: $0) }
    }
    guard let all = fit.data.trainingCount, let learned = fit.learnedCount else { return nil }
    return all - learned
  }
}
