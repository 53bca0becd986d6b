import NotebookSyntax

/// The ids on a notebook's page that links can refer to, as far as they are known before the run.
package struct PageAnchors: Sendable {
  /// The ids of headings without results in them, in order.
  package let headings: [String]
  private let ids: Set<String>
  /// The fixed beginnings and ends of the ids of headings with results in them.
  private let patterns: [(prefix: Substring, suffix: Substring)]

  /// The stand-in for a result: a letter, so that it is kept in ids, of a script no longer in use.
  private static let placeholder: Character = "\u{A78F}"

  package init(_ document: Document) {
    let cellIDs = Set(document.cells.enumerated().map { NumberedCells.id($1.name?.value, at: $0) })
    let plain = PlainText(
      values: [:], cells: NumberedCells([]), wording: document.frontMatter.language.wording,
      placeholder: String(Self.placeholder))
    let all = Headings(document, plain: plain, reserved: cellIDs.union(PageFrame.ids)).list.map(\.id)
    headings = all.filter { !$0.contains(Self.placeholder) }
    ids = cellIDs.union(PageFrame.ids).union(headings).union(document.equations.map(\.id))
      .union(document.footnotes.map { "fn-\($0.label)" })
    patterns = all.filter { $0.contains(Self.placeholder) }.map { id in
      let pieces = id.split(separator: Self.placeholder, omittingEmptySubsequences: false)
      return (pieces.first ?? "", pieces.last ?? "")
    }
  }

  /// Returns true for the id of a cell with the letter of a part.
  private func isPart(_ id: String) -> Bool {
    guard let hyphen = id.lastIndex(of: "-") else { return false }
    let letter = id[id.index(after: hyphen)...]
    return (1...2).contains(letter.count) && letter.allSatisfy { ("a"..."z").contains($0) }
      && ids.contains(String(id[..<hyphen])) && id.hasPrefix("cell-")
  }

  /// Returns true if the page has this id, or may have it once results are known.
  package func mayContain(_ id: String) -> Bool {
    ids.contains(id) || isPart(id)
      || patterns.contains {
        id.hasPrefix($0.prefix) && id.hasSuffix($0.suffix) && id.count > $0.prefix.count + $0.suffix.count
      }
  }
}
