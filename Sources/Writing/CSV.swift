/// A table as comma-separated values (RFC 4180): lines end with CR LF, and a field with a comma, a quotation mark or the
/// end of a line stands between quotation marks.
package enum CSV {
  package enum Field: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// A number, from whose digits the same bits are read again. One that is not finite is an empty field.
    case number(Double)
    case empty
  }

  /// Returns the lines of a table, the names of its columns first.
  package static func text(_ columns: [String], _ rows: some Sequence<[Field]>) -> String {
    var text = line(columns.map(Field.text))
    for row in rows { text += line(row) }
    return text
  }

  private static func line(_ fields: [Field]) -> String {
    fields.map(spelling).joined(separator: ",") + "\r\n"
  }

  private static func spelling(_ field: Field) -> String {
    switch field {
    case .text(let text): quoted(isFormula(text) ? "'" + text : text)
    case .integer(let integer): String(integer)
    case .number(let number): number.isFinite ? JSON.number(number).text : ""
    case .empty: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !["\"", ",", "\r", "\n"].contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The characters with which spreadsheets let a formula begin, also in their wide forms, and those that they skip
  /// before one (OWASP, "CSV Injection").
  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n",
  ]

  /// Returns whether a spreadsheet would compute a text, which is no number, rather than show it.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return false }
    return text.wholeMatch(of: /[+-][0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?/) == nil
  }
}
