import Writing

/// Diagnostics for programs: a JSON array of objects, sorted by place.
///
/// Each has `severity`, `code`, `message`, `help` (or null), `file`, `range` (`start` and `end`, each with
/// `line` and `column` counted from 1, the end after the last character), `notes` (`message` and `range`) and
/// `fix` (or null; `message` and `edits`, each a `range` and the `text` that replaces it). At most one
/// hundred findings about a file are given, errors in preference; `left_out` in the last one is the number of
/// the others. At most twenty notes of a finding are given; its `notes_left_out` is the number of the others.
package enum DiagnosticJSON {
  /// - Parameter findings: the findings about each notebook.
  package static func render(_ findings: [(source: SourceFile, diagnostics: [Diagnostic])]) -> String {
    let objects = findings.flatMap { source, diagnostics in
      let printed = PrintedFindings(diagnostics)
      return printed.list.enumerated().map { index, finding in
        let leftOut = index + 1 == printed.list.count ? printed.leftOut : 0
        return Writer(source: source).object(finding, leftOut: leftOut)
      }
    }
    return JSON.array(objects).lines
  }
}

private struct Writer {
  let source: SourceFile

  /// - Parameter leftOut: the number of findings that are left out after this one.
  func object(_ diagnostic: Diagnostic, leftOut: Int) -> JSON {
    let help = diagnostic.helpLines
    let notes = diagnostic.shownNotes.map { note in
      JSON.object([("message", .string(note.message)), ("range", range(note.range))])
    }
    let counts = [("notes_left_out", diagnostic.notesLeftOut), ("left_out", leftOut)].filter { $0.1 > 0 }
    return .object(
      [
        ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
        ("message", .string(diagnostic.message)),
        ("help", help.isEmpty ? .null : .string(help.joined(separator: "\n"))),
        ("file", .string(source.path)), ("range", range(diagnostic.range)), ("notes", .array(notes)),
        ("fix", diagnostic.fix(in: source).map(fix) ?? .null),
      ] + counts.map { ($0.0, .number(Double($0.1))) })
  }

  private func fix(_ fix: Fix) -> JSON {
    let edits = fix.edits.map { JSON.object([("range", range($0.range)), ("text", .string($0.text))]) }
    return .object([("message", .string(fix.message)), ("edits", .array(edits))])
  }

  private func range(_ range: SourceRange) -> JSON {
    .object([("start", location(range.start)), ("end", location(range.end))])
  }

  private func location(_ offset: Int) -> JSON {
    let location = source.location(of: offset)
    return .object([("line", .number(Double(location.line))), ("column", .number(Double(location.column)))])
  }
}
