/// A source with the fixes of its diagnostics put in.
package struct FixedSource {
  package let utf8: [UInt8]
  /// How many fixes were put in; of those that overlap, the first one is.
  package let count: Int

  package init(_ source: SourceFile, diagnostics: [Diagnostic]) {
    var taken: [Fix.Edit] = []
    var count = 0
    for fix in diagnostics.sortedByPlace.compactMap({ $0.fix(in: source) }) {
      // A mistake that several cells inherit is one, and its fix too.
      if fix.edits.contains(where: { edit in taken.contains { $0.overlaps(edit) } }) { continue }
      taken += fix.edits
      count += 1
    }
    var utf8 = source.utf8
    for edit in taken.sorted(by: { $0.range.start > $1.range.start }) {
      utf8.replaceSubrange(edit.range.start..<edit.range.end, with: edit.text.utf8)
    }
    self.utf8 = utf8
    self.count = count
  }
}

extension Fix.Edit {
  fileprivate func overlaps(_ other: Self) -> Bool {
    range == other.range || range.start < other.range.end && other.range.start < range.end
  }
}
