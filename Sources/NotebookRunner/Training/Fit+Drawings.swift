extension Fit {
  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    guard case .fit(let fit) = signature.kind else { return CellDrawings() }
    var drawings = CellDrawings()
    drawings.otherCharts = measuresLayers && page.shows(.layers) ? 1 : 0
    drawings.parts = (page.shows(.curves) ? 1 : 0) + drawings.otherCharts
    // One epoch is shown as a table.
    guard epochs > 1, page.shows(.curves) else { return drawings }
    drawings.charts = fit.recorded.count { $0.role == .training } + (recordsRate ? 1 : 0)
    drawings.lines = CellDrawings.Line.roles(of: fit)
    drawings.epochs = epochs
    return drawings
  }
}
