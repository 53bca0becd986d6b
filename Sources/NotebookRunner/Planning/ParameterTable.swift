import Diagnostics
import NotebookSyntax
import Options

/// A notebook's parameters as lines of text with columns: name, type, default, possible values and help.
package struct ParameterTable {
  private let declarations: [ParameterDeclaration]

  package init(_ frontMatter: FrontMatter) { declarations = frontMatter.parameterDeclarations }

  package var lines: [String] {
    let rows = declarations.map { declaration in
      [
        declaration.name, declaration.type.rawValue, "default \(Self.spelling(of: declaration.defaultValue))",
        Self.allowed(by: declaration), declaration.help ?? "",
      ]
    }
    let widths = (0..<5).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.filter { widths[$0] > 0 }.map { column in
        row[column] + String(repeating: " ", count: widths[column] - displayWidth(of: row[column]))
      }
      let line = cells.joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
  }

  private static func allowed(by declaration: ParameterDeclaration) -> String {
    if !declaration.choices.isEmpty {
      return declaration.choices.map(spelling).joined(separator: ", ")
    }
    func number(_ bound: Double) -> String { "\(OptionValue(.number(bound)))" }
    return switch (declaration.interval.lower, declaration.interval.upper) {
    case (.closed(let least), .closed(let greatest)): "\(number(least)) to \(number(greatest))"
    case (.none, .none): ""
    default: declaration.interval.description
    }
  }

  /// Returns a value as text; empty text and text with spaces or commas is in quotation marks.
  private static func spelling(of value: OptionValue) -> String {
    guard case .text(let text) = value.content else { return "\(value)" }
    let isPlain = !text.isEmpty && !text.contains { $0 == " " || $0 == "," || $0.isNewline }
    return isPlain ? text : "\"\(text)\""
  }
}
