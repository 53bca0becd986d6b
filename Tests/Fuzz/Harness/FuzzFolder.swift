import Datasets
import Foundation

/// The folder in which inputs are read: small data files that notebooks may name, and nothing else.
struct FuzzFolder {
  static let shared = FuzzFolder()

  let url: URL

  private init() {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tunebook-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    Self.demand { [url] in
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    write(Self.flowers, to: "flowers.csv")
    write([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2] + Array(1...16), to: "images.idx")
    write([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 1, 0], to: "labels.idx")
    let path = url.path
    Self.removedAtExit = strdup(path)
    atexit { FuzzFolder.removeAtExit() }
  }

  nonisolated(unsafe) private static var removedAtExit: UnsafeMutablePointer<CChar>?

  private static func removeAtExit() {
    guard let path = removedAtExit else { return }
    try? FileManager.default.removeItem(atPath: String(cString: path))
  }

  /// Where data sets are looked for: in this folder alone, and never on the network.
  var locations: DatasetLocations {
    DatasetLocations(
      notebookFolder: url, dataFolder: nil,
      environment: ["TUNEBOOK_OFFLINE": "1", "HOME": url.path, "XDG_CACHE_HOME": url.path])
  }

  func write(_ bytes: [UInt8], to name: String) {
    Self.demand { try Data(bytes).write(to: url.appendingPathComponent(name)) }
  }

  /// Ends the process where something cannot be put in its place, for then nothing would be tried.
  static func demand(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      FileHandle.standardError.write(Data("The input cannot be written: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Three kinds of flowers, told apart by two lengths.
  private static let flowers = Array(
    ("length,width,kind\n"
      + (0..<12).map { "\($0 % 3).\($0),\(3 - $0 % 3),k\($0 % 3)\n" }.joined()).utf8)
}
