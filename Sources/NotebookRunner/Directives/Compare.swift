import Diagnostics
import NotebookResults
import Options
import Tuning

/// The directive that compares fits side by side.
package struct Compare: Directive {
  package static let name = "compare"
  package var captionKind: CaptionKind? { .table }
  package var isQuick: Bool { true }
  package static let abstract =
    "Compares fits side by side: the settings in which they differ, and their results."
  package static var example: NotebookExample {
    .fit("batch_size: 16") + .cell("{compare}", "fits: [fast, slow]")
  }

  let fits: [CellReference]
  private let metrics: [String]?
  private let group: String?
  private let order: String?
  private let reference: ComparisonReference
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    fits = options.read(
      "fits", .distinctList(of: .reference(to: Fit.name, orBestOf: Sweep.name)),
      help: "The fits, in the order of the table, which shows means for several seeds.")
    metrics = options.readIfPresent(
      "metrics", .distinctList(of: .text),
      help:
        "The quantities shown; by default, those that any fit recorded, on validation data if possible."
    )
    group = options.readIfPresent(
      "group_by", .text,
      help:
        "A setting whose values name the rows, such as `learning_rate`; fits that differ only in their "
        + "`seed` share a row."
    )
    order = options.readIfPresent(
      "sort", .text, help: "The quantity by which the rows are ordered, the best first.")
    reference = options.read(
      "reference", .choice(of: ComparisonReference.self), default: "first",
      help: "What the difference of each row is taken from: the first row, or the previous one.")
    chartOptions = ChartOptions(&options, offering: [.title])
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    let signatures = fits.compactMap { context.fit($0) }
    guard signatures.count == fits.count, !signatures.isEmpty else { return nil }
    let known = signatures.flatMap(\.series).withoutRepetition.map(\.name)
    let named = (metrics ?? []).map { ("metrics", $0) } + [order].compactMap(\.self).map { ("sort", $0) }
    for (option, metric) in named where !known.contains(metric) {
      context.report(
        PlanProblem.metricNotRecorded(metric, fits: fits.map(\.name), known: known), at: option)
      return nil
    }
    if let group {
      let settings = fits.compactMap { context.settings(of: $0) }.flatMap { $0.modelParameters + $0.options }
      let names = settings.map(\.name).withoutRepetition
      guard names.contains(group) else {
        context.report(PlanProblem.noSuchSetting(group, known: names), at: "group_by")
        return nil
      }
    }
    return CellSignature(.report, .nothing)
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let products = try fits.map { try context.fit($0) }
    let written = zip(fits, products).map { $1.settings ?? context.settings[$0.name] }
    let settings = FitSettings.sideBySide(written.compactMap(\.self), keeping: group)
    let pairs = Array(zip(products, settings).map { (fit: $0, settings: $1) })
    var rows =
      group == nil
      ? pairs.map { ComparedRuns(name: $0.fit.label, settings: $0.settings, runs: $0.fit.runs) }
      : ComparedRuns.merged(pairs)
    let recorded = rows.flatMap(\.history.recorded).withoutRepetition
    if let group {
      let values = rows.map { $0.setting(group) }.withoutRepetition
      rows = values.flatMap { value in rows.filter { $0.setting(group) == value } }
    }
    if let series = recorded.first(where: { $0.name == order }) { rows = Self.sorted(rows, by: series) }
    let table = ComparisonTable(rows: rows, series: shown(of: recorded), group: group, reference: reference)
    return CellYield(outputs: [.table(try table.table())] + table.notes)
  }

  /// Returns the rows by the mean of a series' results, the best first; those without a number come last.
  private static func sorted(_ rows: [ComparedRuns], by series: RecordedSeries) -> [ComparedRuns] {
    func rank(_ row: ComparedRuns) -> Double {
      guard let mean = row.results(of: series).flatMap({ Spread($0.values)?.mean }) else { return .infinity }
      guard case .quantity(let recorded) = series else { return mean }
      return recorded.quantity.better == .higher ? -mean : mean
    }
    let ranks = rows.map(rank)
    return rows.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { rows[$0] }
  }

  /// Returns the requested series, or by default all recorded quantities, on validation data if possible.
  private func shown(of series: [RecordedSeries]) -> [RecordedSeries] {
    if let metrics { return metrics.compactMap { name in series.first { $0.name == name } } }
    return series.filter { one in
      guard case .quantity(let recorded) = one else { return false }
      return recorded.role.isHeldOut
        || !series.contains(.quantity(RecordedQuantity(recorded.quantity, .validation)))
    }.reversed()
  }
}
