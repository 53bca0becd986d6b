import Diagnostics
import NotebookResults
import NotebookSyntax
import Options

/// A notebook that is known to make sense: what will be computed, from what, in which order.
package struct Plan: Sendable {
  package let document: Document
  package let seed: Int
  /// The notebook's parameters, with what the command line set.
  package let parameters: [Parameter]
  package let cells: [PlannedCell]
  package let title: PlannedText?
  package let subtitle: PlannedText?
  /// The expressions in prose, by the offset at which each stands.
  package let inlineValues: [Int: CheckedExpression]
  /// The warnings that are silenced, and where.
  let allowances: [Allowance]

  /// The links to notebooks and headings, in prose and in captions.
  package var links: [NotebookLink] { document.links + cells.flatMap { $0.caption?.links ?? [] } }

  /// The expressions whose values stand in prose, titles and captions.
  var shownExpressions: [Expression] {
    let texts = [title, subtitle] + cells.map(\.alternativeText)
    let inline = inlineValues.sorted { $0.key < $1.key }.map(\.value)
    let captions = cells.compactMap(\.caption).flatMap { caption in
      caption.values.sorted { $0.key.range.start < $1.key.range.start }.map(\.value)
    }
    return (inline + captions + texts.compactMap(\.self).flatMap(\.expressions)).map(\.expression)
  }

  /// The files of weights that its fits write.
  package var savedFiles: [String] {
    cells.compactMap { cell in
      if case .fit(let fit) = cell.signature.kind { fit.savedFile } else { nil }
    }
  }
}

/// A cell whose options are read and whose inputs are known to be there.
package struct PlannedCell: Sendable {
  package let cell: Cell
  package let line: Int
  package let directive: any Directive
  /// The options in canonical form, defaults filled in, inherited ones included.
  package let resolved: [ResolvedOption]
  /// The options that bear on the result as comparisons show them, without the cell's parameters that it does not use.
  let settings: [Setting]
  package let signature: CellSignature
  /// The names of the cells it reads.
  package let inputs: Set<String>
  /// The cell it is `from`.
  package let parent: String?
  /// What is said of it in a few words: the cell it is `from`, and what was changed.
  package let summary: [Table.Cell]
  package let evaluates: Bool
  /// The memory that it takes where it is computed.
  let memory: MemoryNeed
  /// The warnings that are silenced within it.
  let allowed: [Placed<Practice>]
  let caption: PlannedCaption?
  let alternativeText: PlannedText?
  let echo: Bool
  let output: Bool

  package var name: String? { cell.name?.value }
  /// The name, or the directive and the line where there is none.
  package var displayName: String { cell.displayName(atLine: line) }
  /// Where findings about the cell as a whole stand: its name, or its directive where it has none.
  var place: SourceRange { (cell.name ?? cell.directive).range }
}

extension Cell {
  func displayName(atLine line: Int) -> String { name?.value ?? "\(directive.value) at line \(line)" }
}

/// A caption whose expressions have been checked.
package struct PlannedCaption: Sendable {
  let inlines: [Inline]
  let links: [NotebookLink]
  let values: [InlineValue: CheckedExpression]
}

/// A text with expressions in it, known to make sense.
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
