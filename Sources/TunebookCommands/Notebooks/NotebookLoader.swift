import Datasets
import Diagnostics
import Files
import Foundation
import NotebookRunner
import NotebookSyntax

/// Finds, reads and plans the notebooks that a command names.
struct NotebookLoader {
  private let options: NotebookOptions
  private let limits: Limits
  private let threads: Int
  private let store: (_ path: String) -> ResultStore
  /// Whether weights may replace a file that Tunebook did not write.
  var overwrites = false
  /// Told of the files that the notebooks' cells read.
  var reads: @Sendable ([URL]) -> Void = { _ in }

  /// - Parameters:
  ///   - limits: the bounds that notebooks are held to.
  ///   - threads: how many threads a computation of a run may use.
  ///   - store: the stored results of the notebook at a path; they are only read where it is left out.
  init(
    _ options: NotebookOptions, limits: Limits = .standard,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    store: ((_ path: String) -> ResultStore)? = nil
  ) {
    self.options = options
    self.limits = limits
    self.threads = threads
    self.store = store ?? { options.storeLocation.results(forNotebookAt: $0, isReadOnly: true) }
  }

  /// Whether a folder is meant, rather than notebooks by their names.
  var namesFolder: Bool { options.paths.contains { FileKind(at: $0) == .folder } }

  /// The notebooks' files, those in folders included.
  var paths: [String] { options.paths.flatMap(files) }

  /// - Parameter isQuiet: whether nothing is said of how far it has come.
  func load(isQuiet: Bool = false) throws(CommandProblem) -> [LoadedNotebook] {
    let console = Console.ticking(isQuiet: isQuiet)
    defer { console.finish() }
    let file = options.parameterFile.map { ParameterFile(path: $0) }
    // What is wrong with the file whatever the notebook is said once.
    if let file, !file.diagnostics.isEmpty {
      return [LoadedNotebook(source: file.source, plan: nil, diagnostics: file.diagnostics)]
    }
    var notebooks: [LoadedNotebook] = []
    for path in paths {
      console.begin("checking", for: path)
      notebooks += try load(path, file) { console.report($0) }
    }
    var links = LinkCheck(notebooks) { path in
      (try? options.locations(forNotebookAt: path, within: limits).reach)
        ?? Reach(home: URL(fileURLWithPath: path).deletingLastPathComponent())
    }
    return notebooks.map { notebook in
      let found = links.diagnostics(of: notebook)
      if found.isEmpty { return notebook }
      var notebook = notebook
      notebook.diagnostics = (notebook.diagnostics + found).sortedByPlace
      return notebook
    }
  }

  /// The notebook; where the file of parameters does not suit it, that file with its mistakes.
  private func load(
    _ path: String, _ file: ParameterFile?, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) throws(CommandProblem) -> [LoadedNotebook] {
    let source: SourceFile
    do throws(UnreadableNotebook) {
      try checkPlace(of: path)
      source = try NotebookFile.read(path: path, byteLimit: limits.notebookBytes)
    } catch {
      return [LoadedNotebook(source: error.source, plan: nil, diagnostics: [error.diagnostic])]
    }
    let (document, findings) = NotebookParser.parse(source)
    var locations = try options.locations(forNotebookAt: path, within: limits, overwrites: overwrites)
    locations.progress = progress
    locations.reads = reads
    let settings = AppliedSettings(file, options.parameters, to: document)
    guard settings.isWell else {
      let notebook = LoadedNotebook(
        source: source, plan: nil, diagnostics: findings + settings.notebookDiagnostics, document: document)
      let faultyFile = file.map {
        LoadedNotebook(source: $0.source, plan: nil, diagnostics: settings.fileDiagnostics)
      }
      return [notebook, faultyFile].compactMap(\.self).filter { !$0.diagnostics.isEmpty }
    }
    let store = limits.usesStore ? store(path) : ResultStore(nil)
    let (plan, planned) = Planner.plan(
      document, parameters: settings.parameters, locations: locations, store: store, limits: limits,
      threads: threads)
    return [
      LoadedNotebook(
        source: source, plan: findings.hasErrors ? nil : plan, diagnostics: findings + planned,
        document: document, settings: settings.spellings, store: store)
    ]
  }

  /// Checks that a notebook which was found in a folder, or comes from a stranger, is no link that leads elsewhere.
  private func checkPlace(of path: String) throws(UnreadableNotebook) {
    if limits.allowsOutsidePaths, options.paths.contains(path) { return }
    let url = URL(fileURLWithPath: path)
    do throws(FileError) {
      _ = try Reach(home: url.deletingLastPathComponent()).url(url.lastPathComponent)
    } catch {
      throw UnreadableNotebook(.leadsElsewhere, at: path)
    }
  }

  /// The file itself, or the notebooks in a folder, by name; the folder, where there are none. What is for those who
  /// look at the folder, a README, is no notebook, nor is what begins with a point or an underscore.
  private func files(at path: String) -> [String] {
    guard FileKind(at: path) == .folder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return [path] }
    let notebooks = names.filter { name in
      name.hasSuffix(".md") && name.lowercased() != "readme.md" && !name.hasPrefix(".")
        && !name.hasPrefix("_")
    }.sorted()
      .map { URL(fileURLWithPath: path).appendingPathComponent($0).relativePath }
    return notebooks.isEmpty ? [path] : notebooks
  }
}
