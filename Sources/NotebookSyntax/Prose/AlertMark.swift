/// The first line of a quotation that is an alert, `[!NOTE]`, or an alert that folds, `[!NOTE]- Title`.
struct AlertMark {
  /// The kind as written, with its brackets.
  let kind: String
  /// True if words follow the mark, which only one that folds may have.
  let hasStrayTitle: Bool
  /// The state in which an alert that folds is at first; `nil` for one that does not fold.
  let isOpen: Bool?
  /// The title of an alert that folds, which may be empty.
  let title: [Inline]
  /// The lines below.
  let rest: [Inline]

  /// - Parameter inlines: the first paragraph of the quotation.
  /// - Returns: `nil` if it begins with no such mark.
  init?(_ inlines: [Inline]) {
    let end = inlines.firstIndex(where: \.isLineBreak) ?? inlines.count
    guard case .text(let text)? = inlines.first,
      let match = text.wholeMatch(of: /(\[![^\]]*\])(?:([-+])(?: +(.*))?| +(.*))?/)
    else { return nil }
    hasStrayTitle = match.2 == nil && (match.4 != nil || end > 1)
    kind = String(match.1)
    isOpen = match.2.map { $0 == "+" }
    let words = String(match.3 ?? "")
    title = (words.isEmpty ? [] : [.text(words)]) + inlines[1..<end]
    rest = Array(inlines.dropFirst(end + 1))
  }
}

extension Inline {
  fileprivate var isLineBreak: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    default: false
    }
  }
}
