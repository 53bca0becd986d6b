import Engine
import NotebookResults

/// The values that a fit recorded, epoch by epoch, with each of its seeds.
package struct FitHistory: Sendable {
  /// The histories in the order of the seeds; there is at least one.
  package let runs: [TrainingHistory]

  package init(runs: [TrainingHistory]) { self.runs = runs }

  package var plannedEpochs: Int { runs[0].plannedEpochs }

  /// The number of epochs that were trained with every seed.
  package var epochs: Int { runs.map(\.epochs).min() ?? 0 }

  /// The quantities, in the order of the table.
  var quantities: [Quantity] { runs[0].quantities }

  /// Returns the value of a quantity that guesses are expected to have; `nil` if there is none.
  func chance(of quantity: Quantity) -> Double? { runs[0].chance(of: quantity) }

  /// The series, the measured quantities first.
  var recorded: [RecordedSeries] { runs[0].recorded }

  /// A Boolean value that indicates whether the learning rate of an epoch differs from that of another.
  var changesRate: Bool { runs.contains(where: \.changesRate) }

  func records(_ series: RecordedSeries) -> Bool { runs.allSatisfy { $0.values(of: series) != nil } }

  /// The role of the samples that the fit is validated with; `nil` if it is not validated.
  var heldOut: LineChart.Role? {
    for case .quantity(let recorded) in self.recorded where recorded.role.isHeldOut { return recorded.role }
    return nil
  }

  func records(_ quantity: Quantity, _ role: LineChart.Role) -> Bool {
    records(.quantity(RecordedQuantity(quantity, role)))
  }

  /// Returns the values of a series for each seed; `nil` if it is not recorded.
  func values(of series: RecordedSeries) -> [[Double]]? {
    let values = runs.compactMap { $0.values(of: series) }
    return values.count == runs.count ? values : nil
  }

  /// Returns the values of a series averaged over the seeds, up to the end of the shortest; empty if it is not
  /// recorded.
  func mean(of series: RecordedSeries) -> [Double] {
    LineChart.Line(run: "", role: .setting, runs: values(of: series) ?? []).values
  }

  /// Returns the value of a series for the weights of each seed; `nil` if it is not recorded.
  func results(of series: RecordedSeries) -> [Double]? {
    let results = runs.compactMap { $0.result(of: series) }
    return results.count == runs.count ? results : nil
  }

  /// Returns the line of a series, which is the mean of the seeds; `nil` if it is not recorded.
  func line(of series: RecordedSeries, role: LineChart.Role, run: String) -> LineChart.Line? {
    values(of: series).map { LineChart.Line(run: run, role: role, runs: $0) }
  }

  /// The values of each epoch, averaged over the seeds.
  package var table: Table {
    let shown = recorded.filter { $0 != .learningRate || changesRate }
    let columns = shown.map(mean)
    return Table(
      columns: [.init(.label(.epoch), .number)] + shown.map { .init($0.words, .number) },
      rows: (0..<epochs).map { epoch in
        [.integer(epoch + 1)]
          + zip(shown, columns).map { $0.cell($1.indices.contains(epoch) ? $1[epoch] : .nan) }
      })
  }
}
