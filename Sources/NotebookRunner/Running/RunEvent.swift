import Datasets
import NotebookResults

/// Something that happens while a notebook runs; consoles, previews and logs listen.
package enum RunEvent: Sendable {
  case started(CellIdentity)
  case progress(CellIdentity, CellProgress)
  case finished(CellIdentity, CellOutcome)
}

/// Which cell an event is about.
package struct CellIdentity: Sendable, Hashable {
  /// Among the cells of the notebook, from 0.
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

/// How far a cell has come.
package enum CellProgress: Sendable {
  case loading(DatasetProgress)
  /// Within an epoch, counted from 1: the share done, and the running loss and metrics.
  case step(epoch: Int, of: Int, share: Double, [(name: String, value: Double)])
  case epoch(Int, of: Int, [(name: String, value: Double)])
  /// A trained model answers samples: the share done.
  case answering(share: Double)
  /// What was going on is done; it may have been for another cell, after this one had its result.
  case ended
}
