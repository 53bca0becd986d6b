/// The findings about one source that are printed, sorted by place; if too many, errors take precedence.
struct PrintedFindings {
  /// The number of findings that are printed.
  private static let limit = 100

  let list: [Diagnostic]
  /// The number of findings that are left out.
  let leftOut: Int

  init(_ diagnostics: [Diagnostic]) {
    let all = diagnostics.sortedByPlace
    guard all.count > Self.limit else {
      list = all
      leftOut = 0
      return
    }
    var rest = max(0, Self.limit - all.count { $0.severity == .error })
    let mostUrgent = all.filter { finding in
      if finding.severity == .error { return true }
      defer { rest -= 1 }
      return rest > 0
    }
    list = Array(mostUrgent.prefix(Self.limit))
    leftOut = all.count - list.count
  }
}

extension Diagnostic {
  /// The number of notes that are printed below a finding.
  private static let printedNotes = 20

  var shownNotes: ArraySlice<Note> { notes.prefix(Self.printedNotes) }
  /// The number of notes that are left out.
  var notesLeftOut: Int { max(0, notes.count - Self.printedNotes) }
}
