import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner

/// The options for the folder and the key of stored results.
struct StoreLocationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Store results in this folder, not beside each notebook (also TUNEBOOK_STORE).", valueName: "folder"),
    completion: .directory)
  var store: String?

  @Option(
    help: ArgumentHelp(
      """
      Use the key in this file for stored results, to share them with a group (also TUNEBOOK_STORE_KEY). Whoever has \
      it can store results that you will trust. By default, the key is your own, made once.
      """, valueName: "file"), completion: .file())
  var storeKey: String?

  @Option(
    help: ArgumentHelp(
      "The most that your stored results in one folder may take; by default, 2GB.",
      valueName: "size"), transform: ByteSize.init)
  var storeLimit: ByteSize?

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path of the folder that the user chose; `nil` for one beside each notebook.
  var chosenFolder: String? { store ?? Self.environment("TUNEBOOK_STORE") }

  /// The path of the key that the user chose; `nil` for the user's own.
  var chosenKey: String? { storeKey ?? Self.environment("TUNEBOOK_STORE_KEY") }

  /// Returns the folder of results for a folder of notebooks, or `nil` if there is no key yet.
  ///
  /// - Parameter making: true if a key is created for a user who has none.
  /// - Throws: ``StoreKeyProblem`` if the key cannot be used.
  func folder(for notebooks: URL, making: Bool) throws(StoreKeyProblem) -> StoreFolder? {
    let key =
      if let named = chosenKey { try StoreKey(inFileAt: named) } else { try UserStoreKey.key(making: making) }
    guard let key else { return nil }
    let limit = storeLimit?.bytes ?? StoreFolder.standardLimit
    return chosenFolder.map { StoreFolder(at: $0, key: key, limit: limit) }
      ?? StoreFolder(in: notebooks, key: key, limit: limit)
  }

  /// Checks the key given on the command line.
  func validate() throws {
    guard let path = chosenKey else { return }
    do {
      _ = try StoreKey(inFileAt: path)
    } catch {
      throw ValidationError("\(error.message)\n  \(error.help ?? "")")
    }
  }

  /// Returns the stored results of a notebook. If the key cannot be used, the store has a problem that says why, and
  /// everything is computed.
  func results(
    forNotebookAt path: String, cache: TrainingCache? = nil, refresh: Refresh = .nothing,
    isReadOnly: Bool = false
  ) -> ResultStore {
    do throws(StoreKeyProblem) {
      let notebooks = URL(fileURLWithPath: path).deletingLastPathComponent()
      let folder = try folder(for: notebooks, making: !isReadOnly)
      return ResultStore(folder, cache: cache, refresh: refresh, isReadOnly: isReadOnly)
    } catch {
      return ResultStore(.noKey(error), cache: cache, refresh: refresh)
    }
  }
}
