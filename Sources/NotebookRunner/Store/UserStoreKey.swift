import Digests
import Files
import Foundation

/// The key of one user, made once and kept in the state folder of the XDG Base Directory Specification.
package enum UserStoreKey {
  private static let name = "store-key"

  /// The path of the key's file.
  package static func path(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    "\(states(environment))/tunebook/\(name)"
  }

  /// - Parameter making: true to make a missing key, or false to return `nil`, as nothing is stored under it.
  package static func key(
    making: Bool, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(StoreKeyProblem) -> StoreKey? {
    let states = states(environment)
    let path = path(environment)
    do {
      // The path belongs to the user, so that links in it are followed.
      let own = try? Folder(following: states)
      guard let place = try own ?? Folder.place(states, making: making) else { return nil }
      let inner =
        making ? try place.makeSubfolder("tunebook", permissions: 0o700) : try place.subfolder("tunebook")
      guard let folder = inner else { return nil }
      if making, try folder.status(of: name) == nil { try make(in: folder) }
      guard let file = try folder.file(name) else { return nil }
      guard file.status.isOurs, file.status.permissions & 0o077 == 0 else {
        throw StoreKeyProblem.notPrivate(path)
      }
      guard let key = StoreKey(secret: try file.content(limit: StoreKey.lengths.upperBound)) else {
        throw StoreKeyProblem.wrongLength(path)
      }
      return key
    } catch let problem as StoreKeyProblem {
      throw problem
    } catch {
      throw .unreadable(path, reason: (error as? FileError)?.reason ?? "\(error)")
    }
  }

  /// Makes a key. If two processes do so at once, the second one uses the key of the first.
  private static func make(in folder: Folder) throws(FileError) {
    var random = SystemRandomNumberGenerator()
    let secret = hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    do {
      try folder.createWhole(name, Data("\(secret)\n".utf8), permissions: 0o600)
    } catch {
      if error != .system(EEXIST) { throw error }
    }
  }

  private static func states(_ environment: [String: String]) -> String {
    if let states = environment["XDG_STATE_HOME"], states.hasPrefix("/") { return states }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return "\(home)/.local/state"
  }
}
