extension [Diagnostic] {
  /// In order of place, the findings of one cause as one, with a note for each other place.
  package var causesOnce: [Diagnostic] {
    sortedByPlace.reduce(into: []) { kept, finding in
      guard let cause = finding.cause, let first = kept.firstIndex(where: { $0.cause == cause }) else {
        kept.append(finding)
        return
      }
      kept[first].notes.append(Diagnostic.Note("the same is wrong here", at: finding.range))
      kept[first].consequences.append(finding)
    }
  }
}
