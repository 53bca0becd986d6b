import Datasets
import Diagnostics
import Files
import Foundation
import NotebookRunner
import NotebookSyntax

/// A loader that finds, reads and plans the notebooks of a command.
struct NotebookLoader {
  private let options: NotebookOptions
  private let limits: Limits
  private let threads: Int
  private let store: (_ path: String) -> ResultStore
  /// A Boolean value that is true if weights may replace a file that Tunebook did not write.
  var overwrites = false
  /// A closure called with the files that the notebooks' cells read.
  var reads: @Sendable ([URL]) -> Void = { _ in }

  /// - Parameters:
  ///   - limits: the limits of notebooks.
  ///   - threads: the number of threads that a computation may use.
  ///   - store: returns the stored results of the notebook at a path; by default they are only read.
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

  /// A Boolean value that is true if a folder is given instead of single notebooks.
  var namesFolder: Bool { options.paths.contains { FileKind(at: $0) == .folder } }

  /// The paths of the notebooks, including those in folders.
  var paths: [String] { options.paths.flatMap(files) }

  /// Loads all notebooks.
  ///
  /// - Parameter isQuiet: true if progress is not reported.
  func load(isQuiet: Bool = false) throws(CommandProblem) -> [LoadedNotebook] {
    let console = Console.ticking(isQuiet: isQuiet)
    defer { console.finish() }
    let file = options.parameterFile.map { ParameterFile(path: $0) }
    // Mistakes in the file that do not depend on the notebook are reported once.
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

  /// Returns the notebook, or the parameter file with its mistakes if it does not fit the notebook.
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
    guard settings.areValid else {
      let notebook = LoadedNotebook(
        source: source, plan: nil, diagnostics: findings + settings.notebookDiagnostics, document: document)
      let faultyFile = file.map {
        LoadedNotebook(source: $0.source, plan: nil, diagnostics: settings.fileDiagnostics)
      }
      return [notebook, faultyFile].compactMap(\.self).filter { !$0.diagnostics.isEmpty }
    }
    let store = limits.usesStore ? store(path) : ResultStore(nil)
    let (plan, planned, captionLinks) = Planner.plan(
      document, parameters: settings.parameters, locations: locations, store: store, limits: limits,
      threads: threads)
    return [
      LoadedNotebook(
        source: source, plan: findings.hasErrors ? nil : plan, diagnostics: findings + planned,
        document: document, captionLinks: captionLinks, settings: settings.spellings, store: store)
    ]
  }

  /// Checks that a notebook from a folder or from a stranger is not a link to another place.
  private func checkPlace(of path: String) throws(UnreadableNotebook) {
    if limits.allowsOutsidePaths, options.paths.contains(path) { return }
    let url = URL(fileURLWithPath: path)
    do throws(FileError) {
      _ = try Reach(home: url.deletingLastPathComponent()).url(url.lastPathComponent)
    } catch {
      throw UnreadableNotebook(.leadsElsewhere, at: path)
    }
  }

  /// Returns the notebooks in a folder, or the path itself for a file or an empty folder.
  private func files(at path: String) -> [String] {
    guard FileKind(at: path) == .folder else { return [path] }
    let notebooks = Self.notebooks(inFolder: path)
    return notebooks.isEmpty ? [path] : notebooks
  }

  /// Returns the paths of the notebooks in a folder, sorted by name.
  ///
  /// A README is not a notebook, nor are files whose names begin with a point or an underscore.
  static func notebooks(inFolder path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      name.hasSuffix(".md") && name.lowercased() != "readme.md" && !name.hasPrefix(".")
        && !name.hasPrefix("_")
    }.sorted()
      .map { URL(fileURLWithPath: path).appendingPathComponent($0).relativePath }
  }
}
