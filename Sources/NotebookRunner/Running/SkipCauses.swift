import NotebookResults

/// The cells that were skipped because of others, by the cell at the start of each chain.
struct SkipCauses {
  private var skipped: [Int: [Int]] = [:]

  /// - Parameter indices: the indices of the cells by name.
  init(_ outcomes: [CellOutcome?], _ indices: [String: Int]) {
    // A cell is skipped because of one above, whose own cause is then known.
    var roots: [Int: Int] = [:]
    for (index, outcome) in outcomes.enumerated() {
      guard case .skipped(let name?)? = outcome?.status, let cause = indices[name] else { continue }
      let root = roots[cause] ?? cause
      roots[index] = root
      skipped[root, default: []].append(index)
    }
  }

  /// Returns the cells that were skipped because of one, in the order of the notebook.
  func skipped(becauseOf index: Int) -> [Int] { skipped[index] ?? [] }
}
