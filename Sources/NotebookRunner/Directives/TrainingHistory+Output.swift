import NotebookResults

extension TrainingHistory {
  /// Curves, or a table where there is but one epoch.
  ///
  /// - Parameter run: what the page calls the fit.
  func output(run: String) -> Output {
    guard let epochs = series.first?.values.count, epochs > 1 else { return .table(table) }
    let quantities = series.map(\.name).filter { !$0.hasPrefix("val_") }
    return .curves(TrainingCurves(charts: quantities.reversed().map { chart($0, run: run) }, numbers: table))
  }

  private func chart(_ quantity: String, run: String) -> LineChart {
    let roles = [(LineChart.Role.training, quantity), (.validation, "val_" + quantity)]
    return LineChart(
      quantity: Self.words(for: quantity), unit: quantity.hasSuffix("accuracy") ? .fraction : .plain,
      better: self[quantity]?.better ?? .higher,
      lines: roles.compactMap { role, name in
        self[name].map { LineChart.Line(run: run, role: role, values: $0.values) }
      })
  }
}
