extension [Diagnostic] {
  /// The findings sorted by place; those with one cause become one finding with a note for each other place.
  package var causesOnce: [Diagnostic] {
    var firstOfCause: [String: Int] = [:]
    return sortedByPlace.reduce(into: []) { kept, finding in
      guard let cause = finding.cause, let first = firstOfCause[cause] else {
        if let cause = finding.cause { firstOfCause[cause] = kept.count }
        kept.append(finding)
        return
      }
      kept[first].notes.append(Diagnostic.Note("the same problem is here", at: finding.range))
      kept[first].consequences.append(finding)
    }
  }
}
