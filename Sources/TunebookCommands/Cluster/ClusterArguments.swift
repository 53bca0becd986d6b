import Foundation
import NotebookRunner

extension NotebookOptions {
  /// Returns the options as a job gives them to the command. The key of the store is given by the path of its file.
  func arguments(forNotebookAt path: String) -> [String] {
    [path] + parameters.flatMap { ["-P", "\($0.name)=\($0.value)"] }
      + Self.option("--params", parameterFile) + Self.option("--data-dir", data.dataDir)
      + allowPath.flatMap { ["--allow-path", $0] } + storeLocation.arguments
  }

  static func option(_ name: String, _ value: String?) -> [String] { value.map { [name, $0] } ?? [] }
}

extension StoreLocationOptions {
  fileprivate var arguments: [String] {
    NotebookOptions.option("--store", chosenFolder)
      + ["--store-key", chosenKey ?? UserStoreKey.path()]
      + NotebookOptions.option("--store-limit", storeLimit.map { "\($0.bytes)B" })
  }
}

extension ProcessInfo {
  /// The path of this program's file.
  static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
