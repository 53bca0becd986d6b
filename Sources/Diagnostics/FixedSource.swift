/// A source with the fixes of its diagnostics applied.
package struct FixedSource {
  package let utf8: [UInt8]
  /// The number of fixes applied; of those that overlap, only the first is.
  package let count: Int

  package init(_ source: SourceFile, diagnostics: [Diagnostic]) {
    var taken = TakenEdits()
    var count = 0
    for fix in diagnostics.sortedByPlace.compactMap({ $0.fix(in: source) }) {
      // A mistake that several cells inherit is a single mistake with a single fix.
      if fix.edits.contains(where: taken.overlap) { continue }
      for edit in fix.edits where !taken.overlap(edit) { taken.insert(edit) }
      count += 1
    }
    var utf8: [UInt8] = []
    var position = 0
    for edit in taken.edits {
      utf8 += source.utf8[position..<edit.range.start] + edit.text.utf8
      position = edit.range.end
    }
    self.utf8 = utf8 + source.utf8[position...]
    self.count = count
  }
}

/// Edits sorted by place that do not overlap.
private struct TakenEdits {
  private(set) var edits: [Fix.Edit] = []

  func overlap(_ edit: Fix.Edit) -> Bool {
    let index = index(of: edit)
    return index < edits.count && edits[index].overlaps(edit) || index > 0 && edits[index - 1].overlaps(edit)
  }

  mutating func insert(_ edit: Fix.Edit) { edits.insert(edit, at: index(of: edit)) }

  /// Returns the index of the first edit that has the same range or comes after it.
  private func index(of edit: Fix.Edit) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      let (known, new) = (edits[middle].range, edit.range)
      if (known.start, known.end) < (new.start, new.end) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Fix.Edit {
  fileprivate func overlaps(_ other: Self) -> Bool {
    range == other.range || range.start < other.range.end && other.range.start < range.end
  }
}
