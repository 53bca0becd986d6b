import NotebookResults

/// The claims of a notebook that were not checked because a fallback replaced the data that they are about.
package struct ReplacedDataClaims: Sendable {
  let notebook: String
  let count: Int
  /// The data sets that could not be loaded.
  let datasets: [String]
  /// The line of the first cell that should have loaded one.
  let line: Int?

  /// Returns `nil` if there are no such claims.
  package init?(in outcome: NotebookOutcome, of plan: Plan) {
    count = outcome.claims.count(where: \.isOfReplacedData)
    guard count > 0 else { return nil }
    notebook = plan.document.source.path
    let replaced = outcome.notices.compactMap { notice -> (dataset: String, line: Int?)? in
      guard case .phrase(.fallbackData, let names) = notice.words else { return nil }
      return names.first.map { ($0, notice.line) }
    }
    datasets = Array(Set(replaced.map(\.dataset))).sorted()
    line = replaced.first?.line
  }

  /// Returns the names of all data sets that could not be loaded, for a sentence.
  static func datasets(of claims: [ReplacedDataClaims]) -> String {
    Set(claims.flatMap(\.datasets)).sorted().joined(separator: ", ")
  }
}
