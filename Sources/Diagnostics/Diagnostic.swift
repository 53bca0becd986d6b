/// The severity of a diagnostic: an error stops the notebook, a warning is advice.
package enum Severity: String, Sendable, Codable, Comparable {
  case error, warning

  package static func < (one: Severity, other: Severity) -> Bool { one == .error && other == .warning }
}

/// A finding about a source text, with its place.
package struct Diagnostic: Sendable, Hashable, Codable {
  /// A note that points at another place, which explains this one.
  package struct Note: Sendable, Hashable, Codable {
    package let message: String
    package let range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package let severity: Severity
  package let code: String
  package let message: String
  package let help: String?
  package let correction: Correction?
  package var cause: String?
  package var range: SourceRange
  package var notes: [Note]
  /// Lines below the help, such as a table of the possible values.
  package var details: [String] = []
  /// Further findings with the same cause.
  package var consequences: [Diagnostic] = []

  var helpLines: [String] { [help].compactMap(\.self) + details }

  package init(
    _ problem: some Problem, at range: SourceRange, severity: Severity = .error, notes: [Note] = []
  ) {
    let record = problem.record
    self.severity = severity
    code = record.reference.code
    message = record.message
    help = record.help
    correction = record.correction
    cause = record.cause
    self.range = range
    self.notes = notes
  }
}

extension Diagnostic {
  /// Returns the finding with its places in a text replaced by those in the source of the text.
  package func moved(_ place: (SourceRange) -> SourceRange) -> Diagnostic {
    var moved = self
    moved.range = place(range)
    moved.notes = notes.map { Note($0.message, at: place($0.range)) }
    moved.consequences = consequences.map { $0.moved(place) }
    return moved
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings sorted by place, without duplicates.
  package var sortedByPlace: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }
      .sorted { ($0.range.start, $0.range.end, $0.code) < ($1.range.start, $1.range.end, $1.code) }
  }
}
