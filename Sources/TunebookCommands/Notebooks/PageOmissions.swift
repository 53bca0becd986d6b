import Diagnostics
import NotebookReport

extension RenderedPage {
  /// Returns the warning that parts of a page are missing, or `nil` if it is complete.
  func problem(at path: String) -> CommandProblem? {
    omissions.isEmpty ? nil : .pageCut(path, missing: omissions.map(\.title))
  }
}

extension RenderedPage.Omission {
  fileprivate var title: String {
    switch self {
    case .cell(let name): "the result of \(name)"
    case .text: "parts of the text"
    case .rest: "its end"
    case .contents: "its table of contents"
    case .notices: "further notices"
    case .provenance: "its provenance"
    case .notebooks(let count): counted(count, "notebook")
    }
  }
}
