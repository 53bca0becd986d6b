import Engine
import NotebookResults
import Tuning
import Writing

extension FitHistory {
  /// Returns curves, or a table if one epoch was asked for, and the reason for an early end if there was one.
  ///
  /// - Parameters:
  ///   - run: the name of the fit on the page.
  ///   - showsCurves: false for the reason alone.
  package func outputs(run: String, showsCurves: Bool = true) -> [Output] {
    [showsCurves ? output(run: run) : nil, earlyEnd].compactMap(\.self)
  }

  private func output(run: String) -> Output {
    plannedEpochs == 1 ? .table(table) : .curves(curves(run: run))
  }

  /// A fit that another is from.
  struct Earlier {
    let history: FitHistory
    /// The name of the fit on the page.
    let run: String

    /// Returns the line of a series; `nil` if it is not recorded.
    fileprivate func line(of series: RecordedSeries, role: LineChart.Role) -> LineChart.Line? {
      history.line(of: series, role: role, run: run)
    }
  }

  /// Returns a chart for each quantity, with the earlier fit's curve in those that both recorded.
  func curves(run: String, earlier: Earlier? = nil) -> TrainingCurves {
    let charts = quantities.reversed().map { chart($0, run: run, earlier) }
    return TrainingCurves(
      charts: charts + (changesRate ? [rateChart(run: run, earlier)] : []), numbers: table)
  }

  private var earlyEnd: Output? {
    let stops = runs.compactMap(\.earlyStop)
    guard let stop = stops.first else { return nil }
    let phrase: Words =
      runs.count == 1
      ? .phrase(.endedEarly, [String(runs[0].epochs), String(plannedEpochs)])
      : .phrase(
        .seedsEndedEarly,
        [
          String(stops.count), String(runs.count), runs.map { String($0.epochs) }.joined(separator: ", "),
          String(plannedEpochs),
        ])
    return .text(.joined([phrase, .term(Term(english: stop.english, japanese: stop.japanese))]))
  }

  /// Returns the first validation metric that this fit shares with an earlier one, or the loss.
  package func compared(with earlier: FitHistory, besides loss: Quantity) -> RecordedQuantity? {
    guard let heldOut else { return nil }
    let shared = quantities.map { RecordedQuantity($0, heldOut) }.filter { recorded in
      records(.quantity(recorded)) && earlier.records(.quantity(recorded))
    }
    return shared.first { $0.quantity != loss } ?? shared.first
  }

  /// Returns the values of a quantity for the weights of an earlier fit and of this one, each the mean over the seeds;
  /// `nil` if either has none.
  package func change(
    of recorded: RecordedQuantity, from earlier: FitHistory
  ) -> (before: Double, after: Double)? {
    guard let before = earlier.results(of: .quantity(recorded)), let after = results(of: .quantity(recorded))
    else { return nil }
    // Where training broke down there is no mean, and the card says so.
    return (Spread(before)?.mean ?? .nan, Spread(after)?.mean ?? .nan)
  }

  private func rateChart(run: String, _ earlier: Earlier?) -> LineChart {
    .learningRate(
      [line(of: .learningRate, role: .setting, run: run)].compactMap(\.self),
      earlier: earlier?.line(of: .learningRate, role: .setting))
  }

  private func chart(_ quantity: Quantity, run: String, _ earlier: Earlier?) -> LineChart {
    let lead = heldOut ?? .training
    return LineChart(
      quantity,
      lines: [.training, heldOut].compactMap(\.self).compactMap { role in
        line(of: .quantity(RecordedQuantity(quantity, role)), role: role, run: run)
      }, earlier: earlier.flatMap { $0.line(of: .quantity(RecordedQuantity(quantity, lead)), role: lead) },
      chance: chance(of: quantity))
  }
}
