import NotebookSyntax
import Writing

/// The outcome of a notebook run: the content of the page and of the results file.
package struct NotebookOutcome: Sendable {
  package let title: String?
  package let subtitle: String?
  /// The outcomes in the order of the notebook's cells, one for each.
  package let cells: [CellOutcome]
  /// The text of each inline value in prose, by the offset of its expression in the source.
  package let inlineValues: [Int: InlineOutcome]
  /// Notices before the first line: replaced data, failures, and claims that do not hold.
  package let notices: [Notice]
  package let parameters: [ParameterSetting]
  /// The pictures of prose and captions, by their addresses in the notebook.
  package let pictures: [String: Picture]
  package let provenance: Provenance

  package init(
    title: String?, subtitle: String?, cells: [CellOutcome], inlineValues: [Int: InlineOutcome],
    notices: [Notice], parameters: [ParameterSetting] = [], pictures: [String: Picture] = [:],
    provenance: Provenance
  ) {
    self.title = title
    self.subtitle = subtitle
    self.cells = cells
    self.inlineValues = inlineValues
    self.notices = notices
    self.parameters = parameters
    self.pictures = pictures
    self.provenance = provenance
  }
}

extension NotebookOutcome {
  /// The claims of all cells, in order.
  package var claims: [Claim] { cells.flatMap(\.claims) }
}

extension CellOutcome {
  package var claims: [Claim] {
    outputs.flatMap { output -> [Claim] in if case .claims(let claims) = output { claims } else { [] } }
  }
}

extension Claim {
  /// True if the claim was not checked because a fallback replaced the data that it is about.
  package var isOfReplacedData: Bool {
    if case .notChecked(.phrase(.notCheckedFallback, _)) = verdict { true } else { false }
  }
}

/// A parameter of the notebook as a run used it.
package struct ParameterSetting: Sendable {
  package let name: String
  package let value: JSON
  /// The option or file that set the value; `nil` for the notebook's default.
  package let setter: String?

  package init(name: String, value: JSON, setter: String?) {
    self.name = name
    self.value = value
    self.setter = setter
  }
}

/// The outcome of an inline value.
package enum InlineOutcome: Sendable, Hashable {
  case text(String)
  /// Its cell failed or was skipped; the page shows these words instead of a number.
  case unavailable(Words)
}

/// The outcome of a cell.
package struct CellOutcome: Sendable {
  package enum Status: Sendable {
    case ok
    /// The cell failed, with the reason and a remedy.
    case failed(message: String, help: String?)
    /// The named cell, an input, has no result or, without a name, the cell's own `eval` is false.
    case skipped(because: String?)
  }

  package let name: String?
  package let directive: String
  package let line: Int
  package let status: Status
  package let saved: SavedWork
  package let seconds: Double
  package let value: Value
  /// The main number; `nil` for a cell that measures nothing.
  package let headline: Headline?
  package let outputs: [Output]
  package let presentation: CellPresentation
  /// The SHA-256 of the result in hexadecimal, for provenance.
  package let digest: String
  /// The options as they were read, including defaults and inherited ones.
  package let options: JSON

  package init(
    name: String?, directive: String, line: Int, status: Status, saved: SavedWork, seconds: Double,
    value: Value, headline: Headline? = nil, outputs: [Output], presentation: CellPresentation,
    digest: String, options: JSON = .object([])
  ) {
    self.name = name
    self.directive = directive
    self.line = line
    self.status = status
    self.saved = saved
    self.seconds = seconds
    self.value = value
    self.headline = headline
    self.outputs = outputs
    self.presentation = presentation
    self.digest = digest
    self.options = options
  }
}

/// Work that a run did not have to do because its result already existed.
package struct SavedWork: Sendable, Hashable {
  package static let none = SavedWork(seconds: 0, isAll: false)

  /// The time that the work originally took.
  package let seconds: Double
  package let epochs: Int
  /// True if nothing was left to compute.
  package let isAll: Bool

  package init(seconds: Double, epochs: Int = 0, isAll: Bool) {
    self.seconds = seconds
    self.epochs = epochs
    self.isAll = isAll
  }

  /// Creates the sum of the parts of some work.
  package init(sumOf parts: [SavedWork]) {
    self.init(
      seconds: parts.reduce(0) { $0 + $1.seconds }, epochs: parts.reduce(0) { $0 + $1.epochs },
      isAll: parts.allSatisfy(\.isAll))
  }
}

/// The author's choices for how a cell is shown.
package struct CellPresentation: Sendable {
  /// True if the page shows the cell's source.
  package let echo: Bool
  /// True if the page shows the cell's outputs.
  package let output: Bool
  /// A line of prose with the values of its expressions.
  package let caption: [Inline]?
  /// Text that replaces charts and images where they cannot be seen.
  package let alternativeText: String?
  /// A description of the cell in a few words: `from fast`, `learning_rate 0.1 → 0.01`.
  package let summary: [Table.Cell]
  package let chartStyle: ChartStyle

  package init(
    echo: Bool, output: Bool, caption: [Inline]?, alternativeText: String?, summary: [Table.Cell],
    chartStyle: ChartStyle = .automatic
  ) {
    self.echo = echo
    self.output = output
    self.caption = caption
    self.alternativeText = alternativeText
    self.summary = summary
    self.chartStyle = chartStyle
  }
}

/// The origin of the results, with which a report can be verified on its own.
package struct Provenance: Sendable, Hashable, Codable {
  package struct DataSource: Sendable, Hashable, Codable {
    package let cell: String
    package let dataset: String
    package let origin: Label
    /// The SHA-256 of each file in hexadecimal, by file name.
    package let digests: [String: String]

    package init(cell: String, dataset: String, origin: Label, digests: [String: String]) {
      self.cell = cell
      self.dataset = dataset
      self.origin = origin
      self.digests = digests
    }
  }

  package struct CellDigest: Sendable, Hashable, Codable {
    /// The cell's name, or its directive if it has none.
    package let cell: String
    /// The line of a cell without a name.
    package let line: Int?
    package let digest: String

    package init(cell: String, line: Int? = nil, digest: String) {
      self.cell = cell
      self.line = line
      self.digest = digest
    }
  }

  package struct Setting: Sendable, Hashable, Codable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The notebook's file name, without folders.
  package let notebook: String
  /// The SHA-256 of the notebook's bytes in hexadecimal.
  package let notebookDigest: String
  package let engineVersion: String
  package let numericsVersion: Int
  package let seed: Int
  package let parameters: [Setting]
  package let data: [DataSource]
  package let cells: [CellDigest]

  package init(
    notebook: String, notebookDigest: String, engineVersion: String, numericsVersion: Int, seed: Int,
    parameters: [Setting], data: [DataSource], cells: [CellDigest]
  ) {
    self.notebook = notebook
    self.notebookDigest = notebookDigest
    self.engineVersion = engineVersion
    self.numericsVersion = numericsVersion
    self.seed = seed
    self.parameters = parameters
    self.data = data
    self.cells = cells
  }
}
