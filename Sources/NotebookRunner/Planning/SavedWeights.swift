import Datasets
import Diagnostics
import Options

/// The weight files that the fits of a notebook save, by the path to which links and spellings resolve.
struct SavedWeights: Sendable {
  struct Writer: Sendable {
    let name: String?
    /// The offset at which the cell begins.
    let start: Int
    /// The place of its `save`.
    let place: SourceRange
  }

  private var writers: [String: [Writer]] = [:]

  init() {}

  /// Finds the files in drafts, so that fits further down and those with errors are also known.
  init(_ drafts: [CellDraft], in locations: DatasetLocations) {
    for draft in drafts where draft.cell.directive.value == Fit.name {
      guard let save = draft.body?["save"], case .text(let name) = save.content,
        draft.body?["eval"]?.content != .flag(false), let path = try? locations.reach.url(name).path
      else { continue }
      let writer = Writer(name: draft.cell.name?.value, start: draft.cell.range.start, place: save.range)
      writers[path, default: []].append(writer)
    }
  }

  /// Returns the last fit above a cell that saves a file.
  func writer(of path: String, above start: Int) -> Writer? { writers[path]?.last { $0.start < start } }

  /// Returns the first fit below a cell that saves a file.
  func writer(of path: String, below start: Int) -> Writer? { writers[path]?.first { $0.start > start } }
}
