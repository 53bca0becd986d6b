import Diagnostics

/// The reasons why a data set cannot be used, all that were found at once.
package struct DatasetFailure: Error {
  package struct Finding: Sendable {
    package let problem: DatasetProblem
    /// The place of the option that is wrong; `nil` if it is the data set as a whole.
    package let place: SourceRange?
  }

  /// The findings, at least one.
  package let findings: [Finding]

  private init(_ findings: [Finding]) { self.findings = findings }

  init(_ problem: DatasetProblem, at place: SourceRange? = nil) {
    self.init([Finding(problem: problem, place: place)])
  }

  package var first: DatasetProblem { findings[0].problem }

  /// Returns the result of a closure, with a problem attributed to the option at a place.
  static func result<Value>(
    at place: SourceRange, _ work: () throws(DatasetProblem) -> Value
  ) -> Result<Value, DatasetFailure> {
    do {
      return .success(try work())
    } catch {
      return .failure(DatasetFailure(error, at: place))
    }
  }

  /// Returns both values, or throws what is wrong with either.
  static func both<One, Other>(
    _ one: Result<One, DatasetFailure>, _ other: Result<Other, DatasetFailure>
  ) throws(DatasetFailure) -> (One, Other) {
    switch (one, other) {
    case (.success(let one), .success(let other)): return (one, other)
    case (.failure(let one), .failure(let other)): throw DatasetFailure(one.findings + other.findings)
    case (.failure(let failure), _), (_, .failure(let failure)): throw failure
    }
  }
}
