import Diagnostics
import Files
import Foundation
import Options

/// A file that sets parameters: names with values, as YAML or JSON.
///
/// JSON is read as YAML, which it nearly always is.
package struct ParameterFile: Sendable {
  package let source: SourceFile
  /// The parameters that the file sets, in its order; every value is a scalar.
  package let entries: [OptionValue.Entry]
  /// The problems of the file that do not depend on the notebook.
  package let diagnostics: [Diagnostic]

  /// Reads a file; its problems are among the diagnostics.
  package init(path: String) {
    do {
      self.init(try Self.read(path))
    } catch {
      self.init(error.source, [], [error.diagnostic])
    }
  }

  private init(_ source: SourceFile, _ entries: [OptionValue.Entry], _ diagnostics: [Diagnostic]) {
    self.source = source
    self.entries = entries
    self.diagnostics = diagnostics
  }

  package init(_ source: SourceFile) {
    self.source = source
    let (value, problems) = YAMLReader.read(source)
    guard let value, case .mapping(let written) = value.content else {
      entries = []
      diagnostics =
        value.map { problems + [Self.noMapping($0, in: source)] } ?? problems
      return
    }
    var findings = OptionFindings()
    entries = written.filter { entry in
      if entry.value.content == .null {
        findings.add(OptionProblem.nothingGiven(entry.key), at: entry.keyRange)
        return false
      }
      return OptionKind<OptionValue>.scalar.read(entry.value, entry.key, &findings) != nil
    }
    diagnostics = (problems + findings.diagnostics).sortedByPlace
  }

  private static func noMapping(_ value: OptionValue, in source: SourceFile) -> Diagnostic {
    if case .null = value.content { return Diagnostic(ParameterFileProblem.empty, at: .nowhere) }
    return YAMLColon.fault(in: value.range, of: source)
      ?? Diagnostic(ParameterFileProblem.noMapping, at: value.range)
  }

  /// The maximum number of bytes in a parameter file.
  package static let sizeLimit = 1_000_000

  /// Returns the first bytes of a file or of a pipe.
  private static func contents(ofFileAt path: String, upTo count: Int) throws -> Data {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var data = Data()
    while data.count < count, let more = try file.read(upToCount: count - data.count), !more.isEmpty {
      data += more
    }
    return data
  }

  private static func read(_ path: String) throws(UnreadableNotebook) -> SourceFile {
    func failure(_ problem: some Problem) -> UnreadableNotebook {
      UnreadableNotebook(Diagnostic(problem, at: .nowhere), at: path)
    }
    switch FileKind(at: path) {
    case nil: throw failure(NotebookFileProblem.missing(atPath: path, endings: [".yaml", ".yml", ".json"]))
    case .folder: throw failure(ParameterFileProblem.isFolder)
    // A pipe made by the shell is read like a file; one in a folder may have no writer.
    case .other where !path.hasPrefix("/dev/"): throw failure(NotebookFileProblem.notAFile)
    case .file, .other: break
    }
    let data: Data
    do {
      data = try contents(ofFileAt: path, upTo: sizeLimit + 1)
    } catch {
      throw failure(NotebookFileProblem.unreadable(reason: systemReason(of: error)))
    }
    if data.count > sizeLimit { throw failure(ParameterFileProblem.tooLarge(limit: sizeLimit)) }
    if data.allSatisfy({ isBlank($0) }) { throw failure(ParameterFileProblem.empty) }
    return try NotebookFile.decode(Array(data), path: path)
  }
}
