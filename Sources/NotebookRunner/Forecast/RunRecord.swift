import Foundation
import NotebookResults

/// A record of the last run of a notebook, from which a forecast tells why a cell will be computed and how
/// long that takes.
struct RunRecord: Sendable, Codable {
  struct Cell: Sendable, Codable {
    let name: String
    let digest: String
    let ingredients: [KeyDraft.Ingredient]
    /// The settings under the names that authors use.
    let settings: [Setting]
    /// The time to compute it or, for data, to read its samples; `nil` if that never happened.
    let seconds: Double?
    let pace: Pace?
  }

  /// The time of one epoch, and the identity of its work.
  struct Pace: Sendable, Codable {
    let work: String
    let seconds: Double
  }

  private static let kind = "record of a run"

  private var kind = Self.kind
  let cells: [Cell]
  /// The peak memory in bytes.
  let peakMemory: Int

  init(cells: [Cell], peakMemory: Int) {
    self.cells = cells
    self.peakMemory = peakMemory
  }

  init(_ entry: StoreEntry) throws {
    self = try StoreCoding.decode(Self.self, from: entry.description)
    let times = cells.flatMap { [$0.seconds, $0.pace?.seconds] }.compactMap(\.self)
    guard kind == Self.kind, Count.range.contains(peakMemory), times.allSatisfy(StoreCoding.isTime)
    else { throw StoreEntry.Damage() }
  }

  func entry() throws -> StoreEntry { StoreEntry(description: try StoreCoding.encode(self)) }

  /// The records of the cells, by name.
  var cellsByName: [String: Cell] { Dictionary(cells.map { ($0.name, $0) }) { first, _ in first } }
}

extension RunLedger {
  /// Returns the record of a finished run; cells that were not computed keep their previous times.
  func record(
    _ store: ResultStore, _ readingTimes: ReadingTimes, after previous: RunRecord?
  ) -> RunRecord {
    let known = previous?.cellsByName ?? [:]
    let cells = plan.cells.indices.compactMap { index -> RunRecord.Cell? in
      let cell = plan.cells[index]
      guard let outcome = outcomes[index], case .ok = outcome.status else {
        return known[cell.displayName]
      }
      let draft = draft(at: index)
      let isOld = outcome.saved.isAll || cell.isData
      let seconds = isOld ? known[cell.displayName]?.seconds : outcome.seconds
      return RunRecord.Cell(
        name: cell.displayName, digest: draft.key.digest, ingredients: draft.ingredients,
        settings: Setting.all(of: cell.resolved), seconds: readingTimes[cell.displayName] ?? seconds,
        pace: pace(of: cell, draft, store))
    }
    return RunRecord(cells: cells, peakMemory: max(ResidentMemory.peak, previous?.peakMemory ?? 0))
  }

  private func pace(of cell: PlannedCell, _ draft: KeyDraft, _ store: ResultStore) -> RunRecord.Pace? {
    guard let work = cell.directive as? any ContinuedWork else { return nil }
    let seconds = store.epochSeconds(of: work.work(draft), upTo: work.length)
    if seconds.isEmpty { return nil }
    return RunRecord.Pace(
      work: work.pacedWork(draft).digest, seconds: seconds.reduce(0, +) / Double(seconds.count))
  }
}
