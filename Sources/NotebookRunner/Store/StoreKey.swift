import Diagnostics
import Digests
import Files
import Foundation

/// The secret under which results are stored. Only its holders can write entries that are trusted.
package struct StoreKey: Sendable {
  private let secret: Data
  /// A name for the key that does not reveal it. Entries under different keys are stored apart.
  package let identifier: String

  /// The shortest and the longest secret, in bytes.
  package static let lengths = 32...4096

  /// - Parameter text: a secret that cannot be guessed, of ``lengths``; white space around it does not count.
  /// - Returns: `nil` if it is too short or too long.
  package init?(secret text: Data) {
    let space = Set(" \t\r\n".utf8)
    let bytes = text.drop { space.contains($0) }.reversed().drop { space.contains($0) }.reversed()
    guard Self.lengths.contains(bytes.count) else { return nil }
    let secret = Data(bytes)
    self.secret = secret
    identifier = String(Self.code(of: Data("tunebook store key".utf8), secret).prefix(16))
  }

  /// Reads the key in a file that a user or a group shares.
  package init(inFileAt path: String) throws(StoreKeyProblem) {
    let file: OpenFile
    let text: Data
    do {
      file = try OpenFile(following: path)
      text = try file.content(limit: Self.lengths.upperBound + 64)
    } catch {
      throw .unreadable(path, reason: error.reason)
    }
    if file.status.permissions & 0o007 != 0 { throw .readableByAll(path) }
    guard let key = StoreKey(secret: text) else { throw .wrongLength(path) }
    self = key
  }

  /// Returns the HMAC-SHA256 (RFC 2104) of a message, in hexadecimal.
  func code(of message: Data) -> String { Self.code(of: message, secret) }

  private static func code(of message: Data, _ secret: Data) -> String {
    hexadecimal(authenticationCode(of: message, secret: secret))
  }
}
