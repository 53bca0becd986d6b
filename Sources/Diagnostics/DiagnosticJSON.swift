/// Diagnostics as programs read them: a JSON array of objects, in order of place.
///
/// Each has `severity`, `code`, `message`, `help` (or null), `file`, `range` (`start` and `end`, each with `line`
/// and `column` counted from 1, the end behind the last character) and `notes` (`message` and `range`).
package enum DiagnosticJSON {
  /// - Parameter findings: what was found in each notebook.
  package static func render(_ findings: [(source: SourceFile, diagnostics: [Diagnostic])]) -> String {
    let objects = findings.flatMap { source, diagnostics in
      diagnostics.sortedByPlace.map { "  " + Writer(source: source).object($0) }
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

private struct Writer {
  let source: SourceFile

  func object(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "{\"message\": \(quoted(note.message)), \"range\": \(range(note.range))}"
    }
    let members = [
      "\"severity\": \(quoted(diagnostic.severity.rawValue))",
      "\"code\": \(quoted(diagnostic.code))",
      "\"message\": \(quoted(diagnostic.message))",
      "\"help\": \(diagnostic.help.map(quoted) ?? "null")",
      "\"file\": \(quoted(source.path))",
      "\"range\": \(range(diagnostic.range))",
      "\"notes\": [\(notes.joined(separator: ", "))]",
    ]
    return "{" + members.joined(separator: ", ") + "}"
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
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
