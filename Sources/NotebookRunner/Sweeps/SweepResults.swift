import Engine
import NotebookResults

/// The trials of a sweep with their settings and what they measured.
package struct SweepResults: Sendable {
  /// A setting that the sweep varied.
  package struct Parameter: Sendable {
    package enum Scale: Sendable, Hashable {
      case linear
      case logarithmic
      /// The values in the order in which they are searched, as they are written.
      case choices([String])
    }

    /// The part of a parameter in the question: what is asked, what must be tuned for a fair answer, or neither.
    package enum Role: String, Sendable, CaseIterable { case scientific, nuisance, fixed }

    /// The name as the author wrote it: `learning_rate`, `optimizer.sgd.momentum`.
    package let name: String
    package let scale: Scale
    /// The searched range; `nil` for choices.
    package let range: ClosedRange<Double>?
    package let role: Role?

    package init(name: String, scale: Scale, range: ClosedRange<Double>?, role: Role?) {
      self.name = name
      self.scale = scale
      self.range = range
      self.role = role
    }
  }

  /// The end of a trial.
  package enum End: Sendable, Hashable {
    case finished
    /// Not promoted after a rung of early termination.
    case stopped
    /// The training diverged or could not be done.
    case failed(String)
  }

  package struct Trial: Sendable {
    /// The number, from 0.
    package let number: Int
    /// The settings as they are written, one for each parameter.
    package let settings: [String]
    /// The place along each parameter: its number, or the index of its choice.
    package let places: [Double]
    /// The metric of each seed; empty for a trial that failed.
    package let scores: [Double]
    /// The metric of each epoch, averaged over the seeds; empty if nothing was recorded.
    package let curve: [Double]
    /// The epochs that were trained for it, all seeds together.
    package let cost: Int
    package let end: End

    /// The mean of the seeds; `nil` for a trial that failed.
    package var score: Double? { scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count) }

    package init(
      number: Int, settings: [String], places: [Double], scores: [Double], curve: [Double], cost: Int,
      end: End
    ) {
      self.number = number
      self.settings = settings
      self.places = places
      self.scores = scores
      self.curve = curve
      self.cost = cost
      self.end = end
    }
  }

  /// A step of early termination: the trials that were trained so far.
  package struct Rung: Sendable {
    package let epochs: Int
    package let trials: [Int]

    package init(epochs: Int, trials: [Int]) {
      self.epochs = epochs
      self.trials = trials
    }
  }

  /// The metric by which trials are ranked.
  package let metric: RecordedQuantity
  /// True if a trial's best epoch counts, false if its last does.
  package let countsBestEpoch: Bool
  package let parameters: [Parameter]
  /// The trials by number.
  package let trials: [Trial]
  /// The rungs of each bracket; empty without early termination.
  package let brackets: [[Rung]]
  /// The number of the best trial; `nil` if all failed.
  package let best: Int?

  /// What trials are ranked by, on the page.
  var score: Words { metric.score(countsBestEpoch: countsBestEpoch) }

  package init(
    metric: RecordedQuantity, countsBestEpoch: Bool, parameters: [Parameter], trials: [Trial],
    brackets: [[Rung]], best: Int?
  ) {
    self.metric = metric
    self.countsBestEpoch = countsBestEpoch
    self.parameters = parameters
    self.trials = trials
    self.brackets = brackets
    self.best = best
  }
}

extension RecordedQuantity {
  /// Returns the name of a score of trials on the page.
  func score(countsBestEpoch: Bool) -> Words {
    countsBestEpoch ? .joined([.label(.bestOfEpochs), words]) : words
  }
}
