/// Diagnostics as programs read them: a JSON array of objects, in order of place.
///
/// Each has `severity`, `code`, `message`, `help` (or null), `file`, `range` (`start` and `end`, each with `line`
/// and `column` counted from 1, the end behind the last character), `notes` (`message` and `range`) and `fix` (or
/// null; `message` and `edits`, each a `range` and the `text` that takes its place). Of very many findings about one
/// file the first hundred are given, errors before warnings; the last of these says as `left_out` how many more there
/// are, as a finding says as `notes_left_out` how many notes it has besides the first twenty.
package enum DiagnosticJSON {
  /// - Parameter findings: what was found in each notebook.
  package static func render(_ findings: [(source: SourceFile, diagnostics: [Diagnostic])]) -> String {
    let objects = findings.flatMap { source, diagnostics in
      let printed = PrintedFindings(diagnostics)
      return printed.list.enumerated().map { index, finding in
        let leftOut = index + 1 == printed.list.count ? printed.leftOut : 0
        return "  " + Writer(source: source).object(finding, leftOut: leftOut)
      }
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

private struct Writer {
  let source: SourceFile

  /// - Parameter leftOut: the number of findings behind it that are left out.
  func object(_ diagnostic: Diagnostic, leftOut: Int) -> String {
    let notes = diagnostic.shownNotes.map { note in
      "{\"message\": \(quoted(note.message)), \"range\": \(range(note.range))}"
    }
    let help = diagnostic.helpLines
    let counts = [("notes_left_out", diagnostic.notesLeftOut), ("left_out", leftOut)].filter { $0.1 > 0 }
    let members =
      [
        "\"severity\": \(quoted(diagnostic.severity.rawValue))",
        "\"code\": \(quoted(diagnostic.code))",
        "\"message\": \(quoted(diagnostic.message))",
        "\"help\": \(help.isEmpty ? "null" : quoted(help.joined(separator: "\n")))",
        "\"file\": \(quoted(source.path))",
        "\"range\": \(range(diagnostic.range))",
        "\"notes\": [\(notes.joined(separator: ", "))]",
        "\"fix\": \(diagnostic.fix(in: source).map(fix) ?? "null")",
      ] + counts.map { "\"\($0.0)\": \($0.1)" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private func fix(_ fix: Fix) -> String {
    let edits = fix.edits.map { "{\"range\": \(range($0.range)), \"text\": \(quoted($0.text))}" }
    return "{\"message\": \(quoted(fix.message)), \"edits\": [\(edits.joined(separator: ", "))]}"
  }

  private func range(_ range: SourceRange) -> String {
    "{\"start\": \(location(range.start)), \"end\": \(location(range.end))}"
  }

  private func location(_ offset: Int) -> String {
    let location = source.location(of: offset)
    return "{\"line\": \(location.line), \"column\": \(location.column)}"
  }

  /// A JSON string (RFC 8259, section 7).
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      // Text on a terminal must not turn the direction of the text after it.
      case "\u{0}"..."\u{1F}",
        _ where BidirectionalControl.isOne(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
