import Engine
import NotebookResults
import Writing

/// A choice of trials for a chart, which is random but the same on every run.
struct TrialSample {
  /// The largest number of points in a chart. More could not be told apart, and would make the page large.
  static let most = 500

  let trials: [SweepResults.Trial]
  private let count: Int

  /// - Parameter kept: the number of a trial that is chosen in any case.
  init(_ trials: [SweepResults.Trial], most: Int = Self.most, keeping kept: Int?) {
    count = trials.count
    guard trials.count > most else {
      self.trials = trials
      return
    }
    let order = RandomStream(seed: 0, purpose: .shuffle).permutation(trials.count)
    let chosen = order.prefix(max(0, most)).map(Int.init).sorted()
    let missing = trials.firstIndex { $0.number == kept }.flatMap { chosen.contains($0) ? nil : $0 }
    self.trials = ([missing].compactMap(\.self) + chosen).map { trials[$0] }
  }

  /// The numbers of trials that are drawn and that there are; `nil` if all are drawn.
  var note: Words? {
    trials.count < count
      ? .phrase(.drawnTrials, [NumberFormat.integer(trials.count), NumberFormat.integer(count)]) : nil
  }
}
