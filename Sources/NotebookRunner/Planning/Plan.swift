import Diagnostics
import NotebookResults
import NotebookSyntax
import Options

/// A notebook that is known to make sense, with the cells to compute and their inputs and order.
package struct Plan: Sendable {
  package let document: Document
  package let seed: Int
  /// The notebook's parameters, with the values that the command line set.
  package let parameters: [Parameter]
  package let cells: [PlannedCell]
  package let title: PlannedText?
  package let subtitle: PlannedText?
  /// The expressions in prose, by their offsets.
  package let inlineValues: [Int: CheckedExpression]
  /// The pictures of prose and captions, by their addresses.
  let pictures: [String: Picture]
  /// The silenced warnings and where they are silenced.
  let allowances: [Allowance]

  /// The expressions whose values appear in prose, titles and captions.
  var shownExpressions: [Expression] {
    let texts = [title, subtitle] + cells.map(\.alternativeText)
    let inline = inlineValues.sorted { $0.key < $1.key }.map(\.value)
    let captions = cells.compactMap(\.caption).flatMap { caption in
      caption.values.sorted { $0.key.range.start < $1.key.range.start }.map(\.value)
    }
    return (inline + captions + texts.compactMap(\.self).flatMap(\.expressions)).map(\.expression)
  }

  /// True if one of its cells is a sweep.
  package var hasSweeps: Bool { cells.contains { $0.directive is Sweep } }

  /// The weight files that its fits write.
  package var savedFiles: [String] {
    cells.compactMap { cell in
      if case .fit(let fit) = cell.signature.kind { fit.savedFile } else { nil }
    }
  }
}

/// A cell whose options have been read and whose inputs are known to exist.
package struct PlannedCell: Sendable {
  package let cell: Cell
  package let line: Int
  package let directive: any Directive
  /// The options in canonical form, including defaults and inherited ones.
  package let resolved: [ResolvedOption]
  /// The options that affect the result, as comparisons show them, without unused parameters of the cell.
  let settings: [Setting]
  package let signature: CellSignature
  /// The names of the cells it reads.
  package let inputs: Set<String>
  /// The cell it is `from`.
  package let parent: String?
  /// A description in a few words: the cell it is `from`, and the changes.
  package let summary: [Table.Cell]
  /// False for a cell with `eval: false`.
  package let isComputed: Bool
  /// The memory that computing it takes.
  let memory: MemoryNeed
  /// The warnings that are silenced in it.
  let allowed: [Placed<Practice>]
  let caption: PlannedCaption?
  let alternativeText: PlannedText?
  let echo: Bool
  let output: Bool
  let chartStyle: ChartStyle
  /// The largest number of its figures and tables; `nil` if the results decide.
  let parts: Int?

  package var name: String? { cell.name?.value }
  /// The name, or the directive and the line if there is none.
  package var displayName: String { cell.displayName(atLine: line) }
  /// The place of findings about the whole cell: its name, or its directive if it has none.
  var place: SourceRange { (cell.name ?? cell.directive).range }
}

extension Cell {
  func displayName(atLine line: Int) -> String { name?.value ?? "\(directive.value) at line \(line)" }
}

/// A caption whose expressions have been checked.
package struct PlannedCaption: Sendable {
  let inlines: [Inline]
  let values: [InlineValue: CheckedExpression]
}

/// A text with expressions in it that have been checked.
package struct PlannedText: Sendable {
  package enum Part: Sendable {
    case text(String)
    case value(CheckedExpression)
  }

  package let parts: [Part]

  var expressions: [CheckedExpression] {
    parts.compactMap { if case .value(let checked) = $0 { checked } else { nil } }
  }
}
