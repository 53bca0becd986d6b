import Diagnostics
import NotebookResults
import Options
import Tuning

/// The directive that compares fits side by side.
package struct Compare: Directive {
  package static let name = "compare"
  package var captionKind: CaptionKind? { .table }
  package var isQuick: Bool { true }
  package static let abstract = "Puts fits side by side: what was set differently, and what came out."
  package static var example: NotebookExample {
    .fit("batch_size: 16") + .cell("{compare}", "fits: [fast, slow]")
  }

  let fits: [CellReference]
  private let metrics: [String]?

  package init(_ options: inout OptionReader) {
    fits = options.read(
      "fits", .distinctList(of: .reference(to: Fit.name, orBestOf: Sweep.name)),
      help: "The fits, in the order of the table.")
    metrics = options.readIfPresent(
      "metrics", .distinctList(of: .text),
      help:
        "The quantities whose last values are shown; where it is left out, what any fit recorded, on validation data if it can be."
    )
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    let signatures = fits.compactMap { context.fit($0) }
    guard signatures.count == fits.count, !signatures.isEmpty else { return nil }
    let known = Self.union(of: signatures.map(\.series)).map(\.name)
    for metric in metrics ?? [] where !known.contains(metric) {
      context.report(
        PlanProblem.metricNotRecorded(metric, fits: fits.map(\.name), known: known), at: "metrics")
      return nil
    }
    return CellSignature(.report, .nothing)
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let settings = FitSettings.sideBySide(
      try fits.compactMap { try context.fit($0).settings ?? context.settings[$0.name] })
    let runs = try zip(fits, settings).map { reference, settings in
      let fit = try context.fit(reference)
      return (name: fit.label, history: fit.history, settings: settings)
    }
    let names = Self.union(of: runs.map { $0.settings.map(\.name) })
    let varied = try names.filter { name in
      try Task.checkCancellation()
      return Set(runs.map { run in run.settings.first { $0.name == name }?.value }).count > 1
    }
    let shown = shown(of: Self.union(of: runs.map(\.history.recorded)))
    let rows: [[Table.Cell]] = try runs.map { run in
      try Task.checkCancellation()
      return [.code(run.name)]
        + varied.map { name in run.settings.first { $0.name == name }.map { .code($0.shown) } ?? .empty }
        + shown.map { series in
          run.history.lastValues(of: series).map { series.cell(Spread($0)?.mean ?? .nan) } ?? .empty
        }
    }
    let table = Table(
      columns: [.init(.label(.run), .text)]
        + varied.map { name in
          let values = runs.compactMap { $0.settings.first { $0.name == name }?.value }
          return .init(.verbatim(name), values.allSatisfy { Double($0) != nil } ? .number : .text)
        }
        + shown.map { .init($0.words, .number) }, rows: rows)
    return CellYield(outputs: [.table(table)])
  }

  /// Returns the requested series, or by default all recorded quantities, on validation data if possible.
  private func shown(of series: [RecordedSeries]) -> [RecordedSeries] {
    if let metrics { return metrics.compactMap { name in series.first { $0.name == name } } }
    return series.filter { one in
      guard case .quantity(let recorded) = one else { return false }
      return recorded.role == .validation
        || !series.contains(.quantity(RecordedQuantity(recorded.quantity, .validation)))
    }.reversed()
  }

  /// Returns every element once, in the order of first occurrence.
  private static func union<Element: Hashable>(of lists: [[Element]]) -> [Element] {
    var seen = Set<Element>()
    return lists.joined().filter { seen.insert($0).inserted }
  }
}
