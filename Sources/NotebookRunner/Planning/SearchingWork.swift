import Options

/// A directive whose work is many trainings, chosen by the results of those before.
package protocol SearchingWork: Directive {
  /// The fit whose settings vary.
  var fit: CellReference { get }

  /// Returns how many of the epochs are stored, and how many others are in the cache, as far as the course of the search
  /// is known from stored results.
  func knownEpochs(_ context: RunContext) async throws -> (stored: Int, cached: Int, all: Int)

  /// A description of the work in a few words: the number of trials.
  func extent(_ signature: CellSignature) -> String?
}
