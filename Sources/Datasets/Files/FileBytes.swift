import Crypto
import Foundation

/// A file's whole content, with its digest.
struct FileBytes: Sendable {
  /// The path as the user knows it, for messages.
  let path: String
  /// The name without folders, for provenance.
  let name: String
  let data: Data
  /// SHA-256 of the file as found, in hexadecimal.
  let digest: String

  /// - Throws: when there is no such file, or it is a folder, empty or unreadable.
  init(contentsOf url: URL, shownAs path: String? = nil) throws(DatasetProblem) {
    self.path = path ?? url.path
    name = url.lastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw .fileNotFound(self.path)
    }
    if isFolder.boolValue { throw .folderInsteadOfFile(self.path) }
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw .unreadable(self.path, reason: reason(of: error))
    }
    if data.isEmpty { throw .emptyFile(self.path) }
    digest = hexadecimalDigest(of: data)
  }

  var isGzipped: Bool {
    data.count >= 2 && data[data.startIndex] == 0x1F && data[data.startIndex + 1] == 0x8B
  }
}

/// SHA-256 in hexadecimal.
package func hexadecimalDigest(of data: some DataProtocol) -> String {
  hexadecimal(SHA256.hash(data: data))
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The system's words for why a file operation failed, without the paths that Foundation adds.
func reason(of error: any Error) -> String {
  let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
  if let system = inner as? POSIXError { return String(cString: strerror(system.code.rawValue)) }
  let foundation = inner as NSError
  if foundation.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(foundation.code))) }
  return foundation.localizedDescription
}
