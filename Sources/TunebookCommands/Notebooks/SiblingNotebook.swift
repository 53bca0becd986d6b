import Diagnostics
import Files
import Foundation
import NotebookReport
import NotebookRunner
import NotebookSyntax
import Options

/// A notebook beside those of a run, known from its front matter alone.
struct SiblingNotebook {
  let path: String
  let language: FrontMatter.Language
  let title: String
  let order: Int?

  /// The maximum number of notebooks in a folder whose pages lead to each other when they are run one by one.
  private static let mostNotebooks = 100

  /// Returns the notebooks in the folder of the given ones that are not among them, or `nil` if the folder is
  /// no collection.
  ///
  /// Notebooks form a collection if they lie in one folder and the front matter of each has a title. A file of
  /// the folder whose front matter has none does not belong to it, nor does a draft. With set parameters, pages
  /// have names of their own, and stand alone.
  static func all(beside notebooks: [LoadedNotebook]) -> [SiblingNotebook]? {
    let folders = Set(notebooks.map { LinkCheck.file(at: $0.path).deletingLastPathComponent() })
    guard folders.count == 1, let first = notebooks.first,
      notebooks.allSatisfy({ $0.document?.frontMatter.title != nil && $0.settings.isEmpty })
    else { return nil }
    let folder = URL(fileURLWithPath: first.path).deletingLastPathComponent().relativePath
    let paths = NotebookLoader.notebooks(inFolder: folder)
    let named = Set(notebooks.map { LinkCheck.file(at: $0.path) })
    guard paths.count <= mostNotebooks, named.isSubset(of: paths.map { LinkCheck.file(at: $0) }) else {
      return nil
    }
    let siblings = paths.filter { !named.contains(LinkCheck.file(at: $0)) }.compactMap {
      SiblingNotebook(path: $0)
    }
    return siblings.count + notebooks.count > 1 ? siblings : nil
  }

  /// Reads the front matter of the notebook at a path; `nil` if it has no title, or leads out of its folder.
  private init?(path: String) {
    let url = URL(fileURLWithPath: path)
    guard (try? Reach(home: url.deletingLastPathComponent()).url(url.lastPathComponent)) != nil,
      let source = try? NotebookFile.read(path: path)
    else { return nil }
    let frontMatter = NotebookParser.parseFrontMatter(source)
    guard let title = frontMatter.title else { return nil }
    self.path = path
    language = frontMatter.language
    order = frontMatter.order
    self.title = frontMatter.plain(title)
  }
}

extension FrontMatter {
  /// Returns a title or subtitle with its parameters filled in and dots in place of results.
  func plain(_ text: SourceText) -> String {
    let filled = OptionValue(text).substituting(parameters).value?.sourceText ?? text
    return NotebookParser.parseInlineText(filled).parts.map { part in
      if case .text(let text) = part { text } else { PageTitle.placeholder }
    }.joined()
  }
}
