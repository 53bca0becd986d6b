import NotebookResults
import Tuning
import Writing

/// The run that each run of a comparison is compared with.
enum ComparisonReference: String, CaseIterable, Sendable {
  case first, previous

  fileprivate var label: Label { self == .first ? .differenceIn : .differenceFromAboveIn }
}

/// The table of a comparison: results directly after the name, then the settings that differ.
struct ComparisonTable {
  let rows: [ComparedRuns]
  /// The series whose results are shown.
  let series: [RecordedSeries]
  /// The setting whose values name the rows; `nil` if the names of the runs do.
  let group: String?
  let reference: ComparisonReference

  /// - Throws: `CancellationError` if the run was interrupted.
  func table() throws -> Table {
    let varied = try variedSettings()
    let isSeeded = group != nil && rows.contains { $0.runs.count > 1 }
    let tests = tests
    let columns =
      [Table.Column(group.map(Words.verbatim) ?? .label(.run), .text)]
      + (isSeeded ? [.init(.label(.seedCount), .number)] : []) + series.map { .init($0.words, .number) }
      + (tests == nil ? [] : [.init(.joined([.label(reference.label), series[0].words]), .text)])
      + varied.map { name in
        .init(
          .verbatim(name),
          rows.compactMap { $0.setting(name) }.allSatisfy { Double($0) != nil } ? .number : .text)
      }
    let cells = try rows.enumerated().map { index, row -> [Table.Cell] in
      try Task.checkCancellation()
      return [group.map { .code(row.setting($0) ?? "–") } ?? .run(row.name)]
        + (isSeeded ? [.integer(row.runs.count)] : [])
        + series.map { series in row.results(of: series).map { series.cell($0.values) } ?? .empty }
        + (tests.map { [difference($0[index], isReference: index == 0)] } ?? [])
        + varied.map { name in row.setting(name).map(Table.Cell.code) ?? .empty }
    }
    return Table(columns: columns, rows: cells)
  }

  /// The notes on the seeds of the differences, and on the epochs where rows show different ones.
  var notes: [Output] {
    let keeping = rows.filter { $0.runs.contains { $0.history.bestEpoch != nil } }.map(\.name)
    let ofEpochs: Output? =
      keeping.isEmpty || keeping.count == rows.count
      ? nil : .text(.phrase(.resultsOfKeptEpochs, [keeping.withoutRepetition.joined(separator: ", ")]))
    return [tests.map { _ in .text(.label(.differencesOfSeeds)) }, ofEpochs].compactMap(\.self)
  }

  /// The names of the settings that are not the same everywhere, in the order of first occurrence.
  private func variedSettings() throws -> [String] {
    try rows.flatMap { $0.settings.map(\.name) }.withoutRepetition.filter { name in
      try Task.checkCancellation()
      return name != group && Setting.differ(rows.map { row in row.settings.first { $0.name == name } })
    }
  }

  /// The test of each row's first result against that of its reference; `nil` if there is none at all.
  private var tests: [PairedTest?]? {
    guard let first = series.first else { return nil }
    let results = rows.map { $0.results(of: first) }
    let references = reference == .previous ? Array(results) : results.map { _ in results.first ?? nil }
    let tests = zip(results.dropFirst(), references).map { own, other in
      other.flatMap { own?.test(against: $0) }
    }
    return tests.contains { $0 != nil } ? [nil] + tests : nil
  }

  private func difference(_ test: PairedTest?, isReference: Bool) -> Table.Cell {
    if isReference { return .words(.label(.referenceRun)) }
    guard let test, case .quantity(let recorded) = series[0] else { return .empty }
    let text = test.text(isShare: recorded.quantity.unit == .share)
    return switch (recorded.quantity.unit, test.isBeyondChance()) {
    case (.share, true): .words(.phrase(.percentagePoints, [text]))
    case (.share, false): .words(.phrase(.pointsWithinSeeds, [text]))
    case (_, true): .words(.verbatim(text))
    case (_, false): .words(.phrase(.withinSeeds, [text]))
    }
  }
}

extension PairedTest {
  /// Returns the mean difference with its sign, and the standard deviation of the differences, without a unit.
  ///
  /// - Parameter isShare: true for differences in percentage points.
  func text(isShare: Bool) -> String {
    let scale = isShare ? 100.0 : 1
    let digits = isShare ? 2 : 4
    func fixed(_ number: Double) -> String { NumberFormat.fixed(number * scale, digits: digits) }
    let mean = fixed(difference)
    let sign = difference > 0 && mean != fixed(0) ? "+" : ""
    return sign + mean + " ± " + fixed(differences.standardDeviation ?? 0)
  }
}
