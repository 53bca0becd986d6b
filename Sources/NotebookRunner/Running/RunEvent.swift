import Datasets
import NotebookResults

/// An event of a notebook run, for consoles, previews and logs.
package enum RunEvent: Sendable {
  case started(CellIdentity)
  case progress(CellIdentity, CellProgress)
  case finished(CellIdentity, CellOutcome)
}

/// The cell that an event is about.
package struct CellIdentity: Sendable, Hashable {
  /// The index among the cells of the notebook, from 0.
  package let index: Int
  package let directive: String
  /// The name, or the directive and the line.
  package let name: String

  package init(index: Int, directive: String, name: String) {
    self.index = index
    self.directive = directive
    self.name = name
  }
}

/// The progress of a cell.
package enum CellProgress: Sendable {
  case loading(DatasetProgress)
  /// Within an epoch, counted from 1: the share done, and the running loss and metrics.
  case step(epoch: Int, of: Int, share: Double, [(name: String, value: Double)])
  /// The end of an epoch, counted from 1; with the reason, in English, if the training ends before its last one.
  case epoch(Int, of: Int, [(name: String, value: Double)], endedEarly: String? = nil)
  /// Several trainings of one cell: how many have ended, and the share of the work that is done.
  case trainings(done: Int, of: Int, share: Double)
  /// A trained model is answering samples: the share done.
  case answering(share: Double)
  /// A range test is trying learning rates: the share done.
  case tryingRates(share: Double)
  /// The current activity has ended; it may have been for another cell, after this one had its result.
  case ended
}
