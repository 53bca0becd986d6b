import Engine
import Foundation
import NotebookResults
import Synchronization

/// Which stored results are computed anew all the same.
package enum Refresh: Sendable, Hashable {
  case nothing
  case everything
  /// The cells named.
  case cells(Set<String>)

  func includes(_ cell: String) -> Bool {
    switch self {
    case .nothing: false
    case .everything: true
    case .cells(let names): names.contains(cell)
    }
  }
}

/// The results that need not be computed again: those of this run, and those in a folder.
///
/// A result that cannot be read or written costs time and nothing else; what went wrong is kept in ``problems``.
package final class ResultStore: Sendable {
  private struct State {
    /// The longest training known by each key, with the state behind its last epoch.
    var trainings: [CellKey: StoredTraining] = [:]
    var problems: [StoreProblem] = []
    var keptEpochs = 0
  }

  /// The bytes that the states of one fit may take, and their number; where there would be more, some epochs are
  /// stored together.
  private static let fitLimit = 64_000_000
  private static let segmentLimit = 1000

  private let folder: StoreFolder?
  private let refresh: Refresh
  private let isReadOnly: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: `nil` keeps results for the one run alone.
  ///   - isReadOnly: whether nothing is written to the folder or removed from it.
  package init(_ folder: StoreFolder?, refresh: Refresh = .nothing, isReadOnly: Bool = false) {
    self.folder = folder
    self.isReadOnly = isReadOnly
    self.refresh = refresh
  }

  /// Whether a later run finds what is kept.
  var isLasting: Bool { folder != nil && !isReadOnly }
  package var problems: [StoreProblem] { state.withLock { $0.problems } }
  /// How many epochs of training were stored since the beginning.
  package var keptEpochs: Int { state.withLock { $0.keptEpochs } }

  // MARK: Results

  /// What was stored under a key, for a cell.
  func result<Content>(of key: CellKey, as type: Content.Type, for cell: String) -> StoredResult<Content>? {
    guard !refresh.includes(cell), let data = folder?.read(Self.path(of: key)) else { return nil }
    do {
      return try StoredResult.read(data)
    } catch {
      discard(Self.path(of: key), cell)
      return nil
    }
  }

  /// Whether a result is stored under a key, without a look at whether it is whole.
  func holds(_ key: CellKey, for cell: String) -> Bool {
    !refresh.includes(cell) && folder?.holds(Self.path(of: key)) == true
  }

  func keep(_ result: StoredResult<some Codable>, of key: CellKey) {
    guard let folder, !isReadOnly else { return }
    attempt { try folder.write(result.entry().data, to: Self.path(of: key)) }
  }

  /// What was stored under a key, or else what the work gives, which is then stored.
  ///
  /// - Returns: also what the work took when it was done, where nothing had to be done.
  func result<Content: Codable & Sendable>(
    of key: CellKey, for cell: String, isolation: isolated (any Actor)? = #isolation,
    or work: () async throws -> Content
  ) async throws -> (content: Content, saved: SavedWork) {
    if let stored = result(of: key, as: Content.self, for: cell) {
      return (stored.content, SavedWork(seconds: stored.seconds, isAll: true))
    }
    let start = ContinuousClock.now
    let content = try await work()
    keep(StoredResult(content, seconds: (ContinuousClock.now - start) / .seconds(1)), of: key)
    return (content, .none)
  }

  // MARK: Trainings

  /// Whether a cell may take over what other cells of the run know: all of it is anew where everything is, and may be
  /// of the folder otherwise.
  func goesOnFromOthers(_ cell: String) -> Bool { refresh == .everything || !refresh.includes(cell) }

  /// The training of a key as far as it is known, and no farther than to an epoch.
  func training(of key: CellKey, model: Model, upTo epochs: Int, for cell: String) -> StoredTraining? {
    let known = goesOnFromOthers(cell) ? state.withLock { $0.trainings[key] } : nil
    if let known, known.epochs.count == epochs { return known }
    let stored =
      refresh.includes(cell) ? nil : storedTraining(of: key, model: model, upTo: epochs, for: cell)
    let usable = [known, stored].compactMap(\.self).filter { $0.epochs.count <= epochs }
    return usable.max { $0.epochs.count < $1.epochs.count }
  }

  /// How many epochs are stored, `epochs` at most.
  func epochCount(of key: CellKey, upTo epochs: Int, for cell: String) -> Int {
    refresh.includes(cell) ? 0 : chain(of: key, upTo: epochs).last?.last ?? 0
  }

  /// Seconds of the epochs that this run knows of, from the first.
  func epochSeconds(of key: CellKey, upTo epochs: Int) -> [Double] {
    state.withLock { $0.trainings[key]?.epochs.prefix(epochs).map(\.seconds) ?? [] }
  }

  /// How many epochs are stored together, where a fit goes on to an epoch.
  func segmentLength(of model: Model, optimizerArrays: Int, epochs: Int) -> Int {
    let bytes = Double(model.parameterCount * 4 * (1 + optimizerArrays)) * Double(epochs)
    let bySize = Int((bytes / Double(Self.fitLimit)).rounded(.up))
    return max(1, bySize, (epochs + Self.segmentLimit - 1) / Self.segmentLimit)
  }

  /// Stores the epochs behind one, and the state behind the last.
  func keep(_ training: StoredTraining, after stored: Int, in recordings: [Recording]) {
    guard let folder, !isReadOnly else { return }
    attempt {
      for recording in recordings {
        guard let segment = TrainingSegment(training.part(for: recording), after: stored) else { continue }
        let place = SegmentPlace(key: recording.key, first: segment.first, last: segment.last)
        try folder.write(segment.entry().data, to: place.path)
      }
      state.withLock { $0.keptEpochs += training.epochs.count - stored }
    }
  }

  /// Keeps a training for other cells of this run.
  func remember(_ training: StoredTraining, of key: CellKey) {
    state.withLock { state in
      if let known = state.trainings[key], known.epochs.count > training.epochs.count { return }
      state.trainings[key] = training
    }
  }

  private func storedTraining(
    of key: CellKey, model: Model, upTo epochs: Int, for cell: String
  ) -> StoredTraining? {
    let chain = chain(of: key, upTo: epochs)
    guard let last = chain.last?.last else { return nil }
    var training = StoredTraining()
    for place in chain {
      func before() -> StoredTraining? {
        storedTraining(of: key, model: model, upTo: place.first - 1, for: cell)
      }
      guard let data = folder?.read(place.path) else { return before() }
      do {
        let segment = try TrainingSegment(data, needsState: place.last == last)
        guard segment.first == place.first, segment.last == place.last else { throw StoreEntry.Damage() }
        if segment.first == 1 { training.before = segment.before }
        training.epochs += segment.epochs
        if place.last == last { training.state = try segment.state(of: model) }
      } catch {
        discard(place.path, cell)
        return before()
      }
    }
    return training
  }

  /// The segments that lead from the first epoch on, each as long as it can be.
  private func chain(of key: CellKey, upTo epochs: Int) -> [SegmentPlace] {
    guard let folder else { return [] }
    let places = folder.names(in: SegmentPlace.folder(of: key)).compactMap { SegmentPlace(key: key, $0) }
    let byFirst = Dictionary(grouping: places.filter { $0.last <= epochs }, by: \.first)
    var chain: [SegmentPlace] = []
    while let next = byFirst[(chain.last?.last ?? 0) + 1]?.max(by: { $0.last < $1.last }) {
      chain.append(next)
    }
    return chain
  }

  // MARK: The folder

  /// Brings the folder back within its limit, and lets go of the trainings that were kept for this run's cells.
  package func trim() {
    state.withLock { $0.trainings = [:] }
    if !isReadOnly { folder?.trim() }
  }

  func record(of notebook: String) -> RunRecord? {
    folder?.read(RunRecord.path(of: notebook)).flatMap { try? RunRecord($0) }
  }

  /// The records of all notebooks beside this one.
  var records: [RunRecord] {
    folder?.names(in: RunRecord.folder).sorted().compactMap { name in
      folder?.read("\(RunRecord.folder)/\(name)").flatMap { try? RunRecord($0) }
    } ?? []
  }

  func keep(_ record: RunRecord, of notebook: String) {
    guard let folder, !isReadOnly else { return }
    attempt { try folder.write(record.entry().data, to: RunRecord.path(of: notebook)) }
  }

  private func discard(_ path: String, _ cell: String) {
    if !isReadOnly { folder?.remove(path) }
    report(.damaged("\(StoreFolder.name)/\(path)", cell: cell))
  }

  private func attempt(_ work: () throws -> Void) {
    do {
      try work()
    } catch let problem as StoreProblem {
      report(problem)
    } catch {
      report(.unwritable(StoreFolder.name, reason: "\(error)"))
    }
  }

  private func report(_ problem: StoreProblem) {
    state.withLock { state in
      if !state.problems.contains(problem) { state.problems.append(problem) }
    }
  }

  /// Another build of the program may show more of the same numbers, and keeps its results apart.
  private static func path(of key: CellKey) -> String { "cells/\(key.digest)-\(runningProgram)" }
}

/// Where some epochs of a training are stored.
private struct SegmentPlace {
  let key: CellKey
  let first: Int
  let last: Int

  init(key: CellKey, first: Int, last: Int) {
    self.key = key
    self.first = first
    self.last = last
  }

  init?(key: CellKey, _ name: String) {
    let numbers = name.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let first = numbers[0], let last = numbers[1], 1 <= first, first <= last else {
      return nil
    }
    self.init(key: key, first: first, last: last)
  }

  static func folder(of key: CellKey) -> String { "fits/\(key.digest)" }
  var path: String { "\(Self.folder(of: key))/\(first)-\(last)" }
}
