/// A way to choose the points of trials.
///
/// The point of a trial is a function of the seed, its number, and the results of ``trialsNeeded(before:)`` first
/// trials, whatever else is known: it depends neither on time nor on the number of workers.
package protocol SearchMethod: Sendable {
  /// The number of points; `nil` if there is no end of them.
  var count: Int? { get }

  /// Returns the number of first trials whose results must be known before the point of a trial is chosen.
  func trialsNeeded(before trial: Int) -> Int

  /// Returns the points of trials, those beyond the last left out.
  ///
  /// - Parameter observations: the trials so far, at least those that are needed before the last of these.
  func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint]
}

extension SearchMethod {
  package var count: Int? { nil }

  package func trialsNeeded(before trial: Int) -> Int { 0 }
}
