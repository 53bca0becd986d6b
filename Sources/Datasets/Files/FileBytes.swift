import Diagnostics
import Digests
import Files
import Foundation

/// The whole content of a file, with its digest.
struct FileBytes: Sendable {
  /// The path as the user knows it, for messages.
  let path: String
  /// The name without folders, for the provenance on the page.
  let name: String
  let data: Data
  /// The SHA-256 of the file, in hexadecimal.
  let digest: String

  /// - Throws: A problem if the file is missing, empty, unreadable, larger than allowed, or not a regular file.
  init(contentsOf url: URL, shownAs path: String? = nil, within limits: DataLimits) throws(DatasetProblem) {
    self.path = path ?? url.path
    name = url.lastPathComponent
    switch FileKind(at: url.path) {
    case nil: throw .fileNotFound(self.path, known: Self.neighbours(of: url))
    case .folder: throw .folderInsteadOfFile(self.path)
    case .other: throw .notAFile(self.path)
    case .file: break
    }
    do throws(FileError) {
      data = try OpenFile(following: url.path).content(limit: min(limits.fileBytes, limits.memory))
    } catch {
      switch error {
      case .notAFile: throw .notAFile(self.path)
      case .tooLarge(_, let bytes, _) where bytes <= limits.fileBytes:
        throw .needsMemory(self.path, needed: Double(bytes), budget: limits.memory)
      case .tooLarge(_, let bytes, _): throw .fileTooLarge(self.path, bytes: bytes, limit: limits.fileBytes)
      default: throw .unreadable(self.path, reason: error.reason)
      }
    }
    if data.isEmpty { throw .emptyFile(self.path) }
    digest = hexadecimalDigest(of: data)
  }

  /// Returns the names of the other files in the folder of a file.
  private static func neighbours(of url: URL) -> [String] {
    let folder = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { FileKind(at: folder.appendingPathComponent($0).path) == .file }.sorted()
  }

  var isGzipped: Bool {
    data.count >= 2 && data[data.startIndex] == 0x1F && data[data.startIndex + 1] == 0x8B
  }
}
