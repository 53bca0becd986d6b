import Diagnostics
import NotebookResults
import Tuning
import Writing

/// The trials of a run's sweeps as one table of comma-separated values, for spreadsheets and data frames: a row for each
/// trial, and a column for each metric and each setting, named like the paths of expressions.
package enum TrialsFile {
  /// The columns that every such file begins with, by which it is recognized as one that may be replaced.
  static let columns = ["sweep", "trial", "status", "epochs"]

  package static func text(of outcome: NotebookOutcome) -> String {
    let rows = outcome.cells.filter { $0.directive == Sweep.name }.flatMap { cell -> [Row] in
      guard case .list(let trials)? = cell.value["trials"] else { return [] }
      let sweep = cell.name ?? "\(cell.directive) at line \(cell.line)"
      return trials.enumerated().map { Row(of: sweep, number: $0, $1) }
    }
    let names =
      rows.flatMap { $0.metric.map(\.name) }.withoutRepetition
      + rows.flatMap { $0.settings.map(\.name) }.withoutRepetition
    return CSV.text(columns + names, rows.lazy.map { $0.fields(names) })
  }

  private struct Row {
    typealias Field = (name: String, field: CSV.Field)

    /// The fields that every row has.
    private let common: [CSV.Field]
    /// The mean over the seeds and, where there are several, its standard deviation and the metric of each.
    let metric: [Field]
    let settings: [Field]

    init(of sweep: String, number: Int, _ trial: Value) {
      let status = ["failed", "stopped"].first { trial[$0] == .flag(true) } ?? "finished"
      common = [.text(sweep), .integer(number), .text(status), trial["epochs"].map(CSV.Field.init) ?? .empty]
      metric = trial.fields.filter { !SweepPlan.fieldsBesideMetric.contains($0.name) }.flatMap(Self.metric)
      settings = (trial["config"]?.fields ?? []).map { ("config.\($0.name)", CSV.Field($0.value)) }
    }

    private static func metric(_ field: Value.Field) -> [Field] {
      let mean = (field.name, CSV.Field(field.value.mean))
      guard case .seeds(let seeds) = field.value else { return [mean] }
      let deviation = Spread(of: seeds)?.standardDeviation
      return [mean, ("\(field.name).std", deviation.map(CSV.Field.number) ?? .empty)]
        + seeds.map { ("\(field.name).seed_\($0.seed)", CSV.Field($0.value)) }
    }

    func fields(_ names: [String]) -> [CSV.Field] {
      let own = Dictionary((metric + settings).map { ($0.name, $0.field) }) { first, _ in first }
      return common + names.map { own[$0] ?? .empty }
    }
  }
}

extension Value {
  /// The fields of a record; empty for any other value.
  fileprivate var fields: [Field] { if case .record(let fields) = self { fields } else { [] } }
}

extension CSV.Field {
  fileprivate init(_ value: Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .text(String(flag))
    case .unknown, .list, .series, .record, .seeds: self = .empty
    }
  }
}
