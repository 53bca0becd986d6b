import Engine
import NotebookResults
import Writing

extension TrainingHistory {
  /// Returns curves, or a table if one epoch was asked for, and the reason for an early end if there was one.
  ///
  /// - Parameter run: the name of the fit on the page.
  package func outputs(run: String) -> [Output] { [output(run: run), earlyEnd].compactMap(\.self) }

  private func output(run: String) -> Output {
    if plannedEpochs == 1 { return .table(table) }
    let charts =
      quantities.reversed().map { chart($0, run: run) } + (changesRate ? [rateChart(run: run)] : [])
    return .curves(TrainingCurves(charts: charts, numbers: table))
  }

  private var earlyEnd: Output? {
    earlyStop.map { stop in
      .text(
        .joined([
          .phrase(.endedEarly, [String(epochs), String(plannedEpochs)]),
          .term(Term(english: stop.english, japanese: stop.japanese)),
        ]))
    }
  }

  /// Returns a chart of the first validation metric that this fit shares with an earlier one, or of the loss.
  package func change(
    run: String, from earlier: TrainingHistory, run parent: String, besides loss: Quantity
  ) -> LineChart? {
    let shared = series.compactMap { new in
      new.recorded.role == .validation ? earlier[new.recorded].map { (old: $0, new: new) } : nil
    }
    guard let (old, new) = shared.first(where: { $0.new.recorded.quantity != loss }) ?? shared.first else {
      return nil
    }
    return LineChart(
      new.recorded.quantity,
      lines: [
        .init(run: parent, role: .validation, values: old.values),
        .init(run: run, role: .validation, values: new.values),
      ])
  }

  private func rateChart(run: String) -> LineChart {
    .learningRate([.init(run: run, role: .setting, values: learningRates)])
  }

  private func chart(_ quantity: Quantity, run: String) -> LineChart {
    LineChart(
      quantity,
      lines: [LineChart.Role.training, .validation].compactMap { role in
        self[quantity, role].map { LineChart.Line(run: run, role: role, values: $0.values) }
      })
  }
}
