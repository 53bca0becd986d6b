import NotebookResults
import Writing

/// Every typed result of a run as JSON, for scripts that read them.
package enum ResultsFile {
  package static func text(of outcome: NotebookOutcome) -> String {
    JSON.object([
      // This identifies the file as one that may be replaced.
      ("generator", .string("tunebook")),
      ("notebook", .string(outcome.provenance.notebook)),
      ("digest", .string(outcome.provenance.notebookDigest)),
      ("parameters", .array(outcome.parameters.map(json))),
      ("cells", .array(outcome.cells.map(json))),
      ("expectations", .array(outcome.claims.map(json))),
    ]).indented + "\n"
  }

  private static func json(_ parameter: ParameterSetting) -> JSON {
    .object([
      ("name", .string(parameter.name)), ("value", parameter.value),
      ("set_by", parameter.setter.map(JSON.string) ?? .null),
    ])
  }

  private static func json(_ cell: CellOutcome) -> JSON {
    var fields: [(String, JSON)] = [
      ("name", cell.name.map(JSON.string) ?? .null), ("directive", .string(cell.directive)),
      ("line", .number(Double(cell.line))), ("options", cell.options),
    ]
    switch cell.status {
    case .ok: fields.append(("status", .string("ok")))
    case .failed(let message, let help):
      fields += [("status", .string("failed")), ("message", .string(message))]
      if let help { fields.append(("help", .string(help))) }
    case .skipped(let reason):
      fields.append(("status", .string("skipped")))
      if let reason { fields.append(("because", .string(reason))) }
    }
    fields += [
      ("cached", .bool(cell.saved.isAll)), ("seconds", .number(cell.seconds)), ("result", JSON(cell.value)),
    ]
    return .object(fields)
  }

  private static func json(_ claim: Claim) -> JSON {
    let holds: JSON =
      switch claim.verdict {
      case .holds: .bool(true)
      case .fails: .bool(false)
      case .notChecked: .null
      }
    return .object([
      ("line", .number(Double(claim.line))), ("source", .string(claim.source)), ("holds", holds),
      ("left", side(claim.left)), ("right", side(claim.right)),
      ("values", .object(claim.readings.map { ($0.path, side($0.value)) })),
    ])
  }

  /// Returns a value as the page shows it, but with the hyphen that programs read as a minus sign.
  private static func side(_ text: String?) -> JSON {
    text.map { .string($0.replacing("\u{2212}", with: "-")) } ?? .null
  }
}
