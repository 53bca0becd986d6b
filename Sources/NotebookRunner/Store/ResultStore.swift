import Engine
import Foundation
import NotebookResults
import Synchronization

/// The stored results that are computed again nevertheless.
package enum Refresh: Sendable, Hashable {
  case nothing
  case everything
  /// The cells with the given names.
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
/// A result that cannot be read or written costs nothing but time, and is reported in ``problems``.
package final class ResultStore: Sendable {
  private struct State {
    /// The longest known training of each key, with the state after its last epoch.
    var trainings: [CellKey: StoredTraining] = [:]
    var problems: [StoreProblem] = []
    var keptEpochs = 0
    /// The entries that this run read or wrote.
    var used: Set<StorePlace> = []
    var traffic = CacheTraffic()
  }

  /// The most bytes of one fit's states. Beyond this or `segmentLimit` states, epochs are stored together.
  private static let fitLimit = 64_000_000
  private static let segmentLimit = 1000

  private let folder: StoreFolder?
  /// The cache that is asked for trainings that are not stored.
  package let cache: TrainingCache?
  private let refresh: Refresh
  private let isReadOnly: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: the folder of the store; `nil` to keep results for this run only.
  ///   - cache: the cache that is asked for trainings that are not stored.
  ///   - isReadOnly: true if nothing is written to the folder or removed from it.
  package init(
    _ folder: StoreFolder?, cache: TrainingCache? = nil, refresh: Refresh = .nothing, isReadOnly: Bool = false
  ) {
    self.folder = folder
    self.cache = cache
    self.isReadOnly = isReadOnly
    self.refresh = refresh
  }

  /// Creates a store without a folder, for the given reason.
  package convenience init(
    _ problem: StoreProblem, cache: TrainingCache? = nil, refresh: Refresh = .nothing
  ) {
    self.init(nil, cache: cache, refresh: refresh)
    report(problem)
  }

  /// A Boolean value that indicates whether a later run finds the results that are kept.
  package var isLasting: Bool { folder != nil && !isReadOnly }
  package var problems: [StoreProblem] { state.withLock { $0.problems } }
  /// The number of training epochs that this run has stored.
  package var keptEpochs: Int { state.withLock { $0.keptEpochs } }
  /// The trainings that this run has exchanged with the cache.
  package var traffic: CacheTraffic { state.withLock { $0.traffic } }

  func count(_ change: (inout CacheTraffic) -> Void) { state.withLock { change(&$0.traffic) } }

  /// Returns whether results from before this run may be used for a cell.
  func mayReuse(for cell: String) -> Bool { !refresh.includes(cell) }

  // MARK: Results

  /// Returns the result that was stored under a key, for a cell.
  func result<Content: StoredContent>(of key: CellKey, as type: Content.Type, for cell: String)
    -> StoredResult<Content>?
  {
    if refresh.includes(cell) { return nil }
    return read(.cell(key), for: cell) { try StoredResult(try $0(true)) }
  }

  /// Returns whether a result is stored under a key, without checking that it is intact.
  func holds(_ key: CellKey, for cell: String) -> Bool {
    !refresh.includes(cell) && (try? folder?.file(at: .cell(key))) != nil
  }

  func keep(_ result: StoredResult<some StoredContent>, of key: CellKey) {
    write(to: .cell(key)) { try result.entry() }
  }

  /// Returns the result that was stored under a key, or else that of the work, which is then stored.
  ///
  /// - Returns: the result and, if it was stored, the time that its computation had taken.
  func result<Content: StoredContent>(
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

  /// Returns whether a cell may continue the trainings of other cells of the run. If everything is computed
  /// again, these are new as well; otherwise they may come from the folder.
  func goesOnFromOthers(_ cell: String) -> Bool { refresh == .everything || !refresh.includes(cell) }

  /// Returns the longest known training of a key that has at most `epochs` epochs.
  func training(
    of recording: Recording, model: Model, upTo epochs: Int, for cell: String
  ) -> StoredTraining? {
    let known = goesOnFromOthers(cell) ? state.withLock { $0.trainings[recording.key] } : nil
    if let known, known.epochs.count <= epochs, known.isComplete(of: epochs) { return known }
    let stored =
      refresh.includes(cell) ? nil : storedTraining(of: recording, model: model, upTo: epochs, for: cell)
    let usable = [known, stored].compactMap(\.self).filter { $0.epochs.count <= epochs }
    return usable.max { $0.epochs.count < $1.epochs.count }
  }

  /// Returns what the longest known training of a key recorded, without its weights.
  func history(
    of recording: Recording, model: Model, upTo epochs: Int, for cell: String
  ) -> StoredTraining? {
    let known = goesOnFromOthers(cell) ? state.withLock { $0.trainings[recording.key] } : nil
    if let known, known.epochs.count <= epochs, known.isComplete(of: epochs) { return known }
    return refresh.includes(cell)
      ? nil : storedTraining(of: recording, model: model, upTo: epochs, hasState: false, for: cell)
  }

  /// Returns the number of stored epochs, at most `epochs`, and whether the training ended with them.
  ///
  /// - Parameter mayEndEarly: true if the training may have fewer epochs than are asked for.
  func epochCount(
    of key: CellKey, upTo epochs: Int, mayEndEarly: Bool, for cell: String
  ) -> (count: Int, isEnd: Bool) {
    guard !refresh.includes(cell), let last = chain(of: key, upTo: epochs).last else { return (0, false) }
    if last.upperBound == epochs { return (epochs, true) }
    guard mayEndEarly else { return (last.upperBound, false) }
    let segment = read(.fit(key, last), for: cell) { entry in
      try TrainingSegment(try entry(false), of: last, hasState: false)
    }
    return (segment?.last ?? last.lowerBound - 1, segment?.stop != nil)
  }

  /// Returns the seconds that each epoch known to this run took, from the first.
  func epochSeconds(of key: CellKey, upTo epochs: Int) -> [Double] {
    state.withLock { $0.trainings[key]?.epochs.prefix(epochs).map(\.seconds) ?? [] }
  }

  /// Returns the number of epochs to store together in a fit of `epochs` epochs.
  func segmentLength(of model: Model, optimizerArrays: Int, epochs: Int) -> Int {
    let bytes = Double(model.parameterCount * 4 * (1 + optimizerArrays)) * Double(epochs)
    let bySize = Int((bytes / Double(Self.fitLimit)).rounded(.up))
    return max(1, bySize, (epochs + Self.segmentLimit - 1) / Self.segmentLimit)
  }

  /// Stores the epochs after the first `stored` ones, and the state after the last.
  func keep(_ training: StoredTraining, after stored: Int, in recordings: [Recording]) {
    var isKept = folder != nil && !isReadOnly
    for recording in recordings {
      guard let segment = TrainingSegment(training.part(for: recording), after: stored) else { continue }
      let isWritten = write(to: .fit(recording.key, segment.first...segment.last)) { try segment.entry() }
      isKept = isKept && isWritten
    }
    if isKept { state.withLock { $0.keptEpochs += training.epochs.count - stored } }
  }

  /// Returns the divergence with which a training of some epochs is known to end.
  func divergence(of key: CellKey, epochs: Int, for cell: String) -> Divergence? {
    if refresh.includes(cell) { return nil }
    let stored: StoredResult<Divergence>? = read(.divergence(of: key, epochs: epochs), for: cell) {
      try StoredResult(try $0(true))
    }
    return stored?.content
  }

  /// - Returns: true if it is stored now.
  @discardableResult
  func keep(_ divergence: Divergence, of key: CellKey, epochs: Int) -> Bool {
    write(to: .divergence(of: key, epochs: epochs)) { try StoredResult(divergence, seconds: 0).entry() }
  }

  /// Returns the outcome of doing a training of some epochs again; `nil` if it was not done.
  func verification(of key: CellKey, epochs: Int, for cell: String) -> TrainingVerification? {
    let stored: StoredResult<TrainingVerification>? = read(.verification(of: key, epochs: epochs), for: cell)
    {
      try StoredResult(try $0(true))
    }
    return stored?.content
  }

  func keep(_ verification: TrainingVerification, of key: CellKey, epochs: Int) {
    write(to: .verification(of: key, epochs: epochs)) { try StoredResult(verification, seconds: 0).entry() }
  }

  /// Keeps a training for other cells of this run.
  func remember(_ training: StoredTraining, of key: CellKey) {
    state.withLock { state in
      if let known = state.trainings[key], known.epochs.count > training.epochs.count { return }
      state.trainings[key] = training
    }
  }

  /// Stores a whole training from elsewhere, or else keeps it for this run.
  ///
  /// - Returns: true if it is stored now.
  func adopt(_ training: StoredTraining, of key: CellKey) -> Bool {
    let isStored =
      TrainingSegment(training, after: 0).map { segment in
        write(to: .fit(key, 1...segment.last)) { try segment.entry() }
      } ?? false
    if !isStored { remember(training, of: key) }
    return isStored
  }

  private func storedTraining(
    of recording: Recording, model: Model, upTo epochs: Int, hasState: Bool = true, for cell: String
  ) -> StoredTraining? {
    let chain = chain(of: recording.key, upTo: epochs)
    guard let last = chain.last?.upperBound else { return nil }
    var training = StoredTraining()
    for range in chain {
      let isLast = range.upperBound == last
      let segment = read(.fit(recording.key, range), for: cell) { entry in
        let readsState = isLast && hasState
        let segment = try TrainingSegment(try entry(readsState), of: range, hasState: readsState)
        guard segment.isSound(for: recording, of: model, isLast: isLast) else { throw StoreEntry.Damage() }
        if readsState {
          training.state = try segment.state(of: model)
          training.best = try segment.best(of: model)
        }
        return segment
      }
      guard let segment else {
        return storedTraining(
          of: recording, model: model, upTo: range.lowerBound - 1, hasState: hasState, for: cell)
      }
      if range.lowerBound == 1 { training.before = segment.before }
      training.epochs += segment.epochs
      training.stop = segment.stop
    }
    return training
  }

  /// Returns consecutive segments from the first epoch on, each as long as possible.
  private func chain(of key: CellKey, upTo epochs: Int) -> [ClosedRange<Int>] {
    guard let folder, let ranges = attempt({ try folder.epochs(of: key) }) else { return [] }
    let byFirst = Dictionary(grouping: ranges.filter { $0.upperBound <= epochs }, by: \.lowerBound)
    var chain: [ClosedRange<Int>] = []
    while let next = byFirst[(chain.last?.upperBound ?? 0) + 1]?.max(by: { $0.upperBound < $1.upperBound }) {
      chain.append(next)
    }
    return chain
  }

  // MARK: The folder

  /// Trims the folder to its limit, and releases the trainings that were kept for this run's cells.
  package func trim() {
    let used = state.withLock { state in
      state.trainings = [:]
      return state.used
    }
    if !isReadOnly { folder?.trim(sparing: used) }
  }

  func record(of notebook: URL) -> RunRecord? {
    guard let folder else { return nil }
    return read(.run(of: folder.name(of: notebook)), for: notebook.lastPathComponent) {
      try RunRecord(try $0(false))
    }
  }

  /// The records of all notebooks in this folder; empty for a store that many folders share.
  var records: [RunRecord] {
    guard let folder, !folder.isShared else { return [] }
    let places = attempt { try folder.runs() } ?? []
    return places.compactMap { place in read(place, for: "a notebook") { try RunRecord(try $0(false)) } }
  }

  func keep(_ record: RunRecord, of notebook: URL) {
    guard let folder else { return }
    write(to: .run(of: folder.name(of: notebook))) { try record.entry() }
  }

  /// Returns the result of `make` for the entry at a place. A damaged entry is reported and removed.
  ///
  /// - Parameter make: a closure that receives a function to read the entry, with or without its payload.
  private func read<Result>(
    _ place: StorePlace, for cell: String,
    make: ((_ needsPayload: Bool) throws -> StoreEntry) throws -> Result
  ) -> Result? {
    guard let folder, let file = attempt({ try folder.file(at: place) }) ?? nil else { return nil }
    do {
      let made = try make { try StoreEntry(file, at: place, folder.key, needsPayload: $0) }
      state.withLock { _ = $0.used.insert(place) }
      return made
    } catch {
      if !isReadOnly { folder.discard(place) }
      report(
        .damaged("\(folder.path)/\(StoreFolder.version)/\(folder.key.identifier)/\(place.text)", cell: cell))
      return nil
    }
  }

  /// - Returns: true if the entry is stored now.
  @discardableResult
  private func write(to place: StorePlace, _ entry: () throws -> StoreEntry) -> Bool {
    guard let folder, !isReadOnly else { return false }
    let isWritten: Bool? = attempt {
      try folder.write(entry(), to: place)
      return true
    }
    if isWritten != nil { state.withLock { _ = $0.used.insert(place) } }
    return isWritten != nil
  }

  private func attempt<Result>(_ work: () throws -> Result) -> Result? {
    do {
      return try work()
    } catch let problem as StoreProblem {
      report(problem)
    } catch {
      report(.unwritable(folder?.path ?? StoreFolder.name, reason: "\(error)"))
    }
    return nil
  }

  private func report(_ problem: StoreProblem) {
    state.withLock { state in
      if !state.problems.contains(problem) { state.problems.append(problem) }
    }
  }
}
