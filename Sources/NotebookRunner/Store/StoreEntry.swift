import Digests
import Files
import Foundation

/// One file of the store: a line that seals the rest, JSON, and bytes.
///
/// The seal is an HMAC-SHA256, under the store's key, of the entry's place, the JSON and the bytes' digest.
/// An entry is therefore trusted only where a holder of the key put it.
package struct StoreEntry {
  /// An error for a file that is not a valid entry.
  struct Damage: Error {}

  static let signature = "tunebook-store 2"
  private static let newline = UInt8(ascii: "\n")
  private static let longestSeal = 256
  private static let largestDescription = 256_000_000
  /// The largest number of bytes, which suffices for a training of a billion numbers.
  private static let largestPayload = 16_000_000_000

  /// The description in JSON.
  package let description: Data
  package let payload: Data

  package init(description: Data, payload: Data = Data()) {
    self.description = description
    self.payload = payload
  }

  func data(for place: StorePlace, _ key: StoreKey) -> Data {
    let content = "\(hexadecimalDigest(of: payload)) \(description.count) \(payload.count)"
    let code = Self.code(place, content, description, key)
    return Data("\(Self.signature) \(code) \(content)\n".utf8) + description + payload
  }

  /// - Parameter needsPayload: true to read the bytes after the JSON, or false to leave them unread.
  /// - Throws: `Damage` if the file is not an entry, is truncated, or was sealed for another place or key.
  package init(_ file: OpenFile, at place: StorePlace, _ key: StoreKey, needsPayload: Bool) throws {
    let head = try file.bytes(from: 0, count: Self.longestSeal)
    guard let end = head.firstIndex(of: Self.newline) else { throw Damage() }
    let words = String(decoding: head[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 6, words[0...1].joined(separator: " ") == Self.signature,
      let descriptionLength = Int(words[4]), (0...Self.largestDescription).contains(descriptionLength),
      let payloadLength = Int(words[5]), (0...Self.largestPayload).contains(payloadLength),
      file.size == end + 1 + descriptionLength + payloadLength
    else { throw Damage() }
    description = try file.bytes(from: end + 1, count: descriptionLength)
    let content = words[3...].joined(separator: " ")
    guard Self.code(place, content, description, key) == words[2] else { throw Damage() }
    payload = needsPayload ? try file.bytes(from: end + 1 + descriptionLength, count: payloadLength) : Data()
    if needsPayload, hexadecimalDigest(of: payload) != words[3] { throw Damage() }
  }

  private static func code(
    _ place: StorePlace, _ content: String, _ description: Data, _ key: StoreKey
  ) -> String {
    key.code(of: Data("\(signature)\n\(place.text)\n\(content)\n".utf8) + description)
  }
}
