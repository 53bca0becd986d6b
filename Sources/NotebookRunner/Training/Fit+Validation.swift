import NotebookResults

extension Fit {
  /// Returns what the fit is measured on after each epoch: test samples only where the data has no others for it.
  func heldOut(_ context: PlanContext) -> LineChart.Role? {
    if validationSplit != nil { return .validation }
    return validationData.map { context.data($0)?.validatingPart == .test ? .test : .validation }
  }
}
