/// A part of what the page shows of a sweep.
package enum SweepPart: String, CaseIterable, Sendable {
  /// Sentences about what the trials suggest to do next.
  case advice
  /// The table of trials, the best first.
  case trials
  /// The best trial for each value of the scientific settings.
  case scientific
  /// The score over each setting that varies.
  case parameters
  /// The score over two settings, or over all of them at once.
  case relations
  /// The score of each trial by epoch.
  case curves
  /// The trials that each rung of halving chose.
  case rungs
  /// The best score so far by the epochs that were trained.
  case cost
  /// The share of each setting in the differences between trials.
  case importance
  /// The scores of each seed.
  case seeds
}
