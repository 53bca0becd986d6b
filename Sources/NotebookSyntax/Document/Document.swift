import Diagnostics
import Options

/// A notebook as written: its front matter, and its prose and cells in the order of the page.
package struct Document: Sendable {
  package let source: SourceFile
  package let frontMatter: FrontMatter
  package let blocks: [Block]
  /// The footnotes that are referred to, in the order of their first references.
  package let footnotes: [Footnote]
  /// True if everything could be read; otherwise, what seems to be missing may be in an unreadable part.
  package let isSound: Bool
  /// The blocks that were meant to be cells but are not.
  package let lostCells: [LostCell]
  /// The info strings of the listings.
  package let listings: [Placed<String>]
  /// The comments that silence warnings.
  package let allowances: [AllowComment]
  /// The paragraphs, including those in lists, quotes and footnotes.
  package let paragraphs: [Paragraph]
  /// The links to notebooks and headings.
  package let links: [NotebookLink]
  /// The pictures that are files, one for each place that shows them.
  package let pictures: [PictureFile]
  /// The formulas with numbers, in order.
  package let equations: [Equation]

  package init(
    source: SourceFile, frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote],
    isSound: Bool = true, lostCells: [LostCell] = [], listings: [Placed<String>] = [],
    allowances: [AllowComment] = [], paragraphs: [Paragraph] = [], links: [NotebookLink] = [],
    pictures: [PictureFile] = [], equations: [Equation] = []
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
    self.isSound = isSound
    self.lostCells = lostCells
    self.listings = listings
    self.allowances = allowances
    self.paragraphs = paragraphs
    self.links = links
    self.pictures = pictures
    self.equations = equations
  }

  package var cells: [Cell] {
    blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }
}

/// A block of CommonMark, with GitHub's tables and task lists, or a cell.
package indirect enum Block: Sendable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  case quote([Block])
  /// A quotation that begins with a mark such as `[!NOTE]`, in GitHub's notation.
  case alert(Alert, [Block])
  /// An alert that a reader opens and closes, in Obsidian's notation: `[!NOTE]- Title`.
  case fold(Fold)
  case list(List)
  /// A listing, which is never run. The info string is the text after the fence, and may be empty.
  case code(info: String, String)
  /// Raw HTML as written, which the page shows as text.
  case html(String)
  case thematicBreak
  case table(Table)
  case cell(Cell)

  /// The kinds of alerts, from the one that may be read to the one that must be.
  package enum Alert: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution

    var mark: String { "[!\(rawValue.uppercased())]" }
  }

  package struct Fold: Sendable {
    package let alert: Alert
    /// The title; empty for that of the kind.
    package let title: [Inline]
    /// True if it is open at first.
    package let isOpen: Bool
    package let blocks: [Block]
  }

  package struct List: Sendable {
    package struct Item: Sendable {
      package let blocks: [Block]
      /// True if a task is done; `nil` for an item that is not a task.
      package let isDone: Bool?

      package init(blocks: [Block], isDone: Bool?) {
        self.blocks = blocks
        self.isDone = isDone
      }
    }

    /// The first number of an ordered list; `nil` for a bullet list.
    package let start: Int?
    /// True if its paragraphs are shown without space between them.
    package let isTight: Bool
    package let items: [Item]

    package init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  package struct Table: Sendable {
    package enum Alignment: Sendable { case none, left, center, right }

    package let alignments: [Alignment]
    package let header: [[Inline]]
    package let rows: [[[Inline]]]

    package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }
}

/// A footnote's label and content.
package struct Footnote: Sendable {
  package let label: String
  package let blocks: [Block]

  package init(label: String, blocks: [Block]) {
    self.label = label
    self.blocks = blocks
  }
}

package indirect enum Inline: Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, [Inline])
  /// Raw HTML as written, which the page shows as text.
  case html(String)
  /// A reference to a footnote: its label, and its number among the references to this footnote, from 1.
  case footnote(label: String, occurrence: Int)
  case value(InlineValue)
  case formula(Formula)
  /// A reference to a numbered figure, table or equation.
  case mention(CellMention)
}

/// A value in a sentence that comes from a result: `{value}` followed by the expression in backticks.
package struct InlineValue: Sendable, Hashable {
  /// The expression between the backticks.
  package let text: SourceText

  package init(_ text: SourceText) { self.text = text }

  package var expression: String { text.text }
  /// The place of the expression; no two inline values of a notebook share a range.
  package var range: SourceRange { text.range }
}

/// A fenced block whose info string is `{directive}` or `{directive} name`.
package struct Cell: Sendable {
  package let directive: Placed<String>
  package let name: Placed<String>?
  /// The body as YAML: a mapping of options or a list of claims. An empty body is an empty mapping, placed at
  /// the heading.
  package let body: OptionValue
  /// The body as written, without the fence and its indentation; each line ends with a line feed.
  package let bodyText: String
  /// The block, from its opening fence to its closing one.
  package let range: SourceRange
  /// True if the body could be read; otherwise it is an empty mapping, and the reason has been reported.
  package let isWellFormed: Bool

  package init(
    directive: Placed<String>, name: Placed<String>?, body: OptionValue, bodyText: String, range: SourceRange,
    isWellFormed: Bool = true
  ) {
    self.directive = directive
    self.name = name
    self.body = body
    self.bodyText = bodyText
    self.range = range
    self.isWellFormed = isWellFormed
  }
}

/// Text that may contain inline values: a title, a caption or an alternative text.
package struct InlineText: Sendable {
  package enum Part: Sendable {
    case text(String)
    case value(InlineValue)
  }

  package let parts: [Part]
  /// Warnings of marks that make no value but were probably meant to.
  package let warnings: [Diagnostic]

  package init(parts: [Part], warnings: [Diagnostic] = []) {
    self.parts = parts
    self.warnings = warnings
  }

  package var values: [InlineValue] {
    parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }
}
