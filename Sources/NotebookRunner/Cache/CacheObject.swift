import Digests
import Foundation

/// One object of a cache: a line with the digest and the lengths of the rest, JSON, and bytes.
///
/// The digest is a SHA-256 of the object's address, the JSON and the bytes. It shows whether the object arrived as it was
/// put there, and at its own address; it does not show who put it there.
struct CacheObject: Sendable {
  enum Kind: String, Sendable {
    case training, divergence
  }

  private static let signature = "tunebook-cache 1"
  private static let newline = UInt8(ascii: "\n")
  private static let longestHead = 256
  /// The largest size in bytes, that of an entry of the store.
  static let largestSize = 16_000_000_000

  let kind: Kind
  let content: StoreEntry

  init(_ kind: Kind, _ content: StoreEntry) {
    self.kind = kind
    self.content = content
  }

  func data(at address: CacheAddress) -> Data {
    let (description, payload) = (content.description, content.payload)
    let facts = "\(kind.rawValue) \(description.count) \(payload.count)"
    let digest = Self.digest(address, facts, description, payload)
    return Data("\(Self.signature) \(digest) \(facts)\n".utf8) + description + payload
  }

  /// - Throws: `Damage` if the data is not an object, is truncated, or belongs to another address.
  init(_ data: Data, at address: CacheAddress) throws {
    guard let end = data.prefix(Self.longestHead).firstIndex(of: Self.newline) else {
      throw StoreEntry.Damage()
    }
    let words = String(decoding: data[data.startIndex..<end], as: UTF8.self).split(separator: " ")
    let rest = data[(end + 1)...]
    guard words.count == 6, words[0...1].joined(separator: " ") == Self.signature,
      let kind = Kind(rawValue: String(words[3])),
      let descriptionLength = Int(words[4]), (0...rest.count).contains(descriptionLength),
      let payloadLength = Int(words[5]), payloadLength == rest.count - descriptionLength
    else { throw StoreEntry.Damage() }
    let (description, payload) = (
      Data(rest.prefix(descriptionLength)), Data(rest.dropFirst(descriptionLength))
    )
    guard Self.digest(address, words[3...].joined(separator: " "), description, payload) == words[2] else {
      throw StoreEntry.Damage()
    }
    self.init(kind, StoreEntry(description: description, payload: payload))
  }

  private static func digest(
    _ address: CacheAddress, _ facts: String, _ description: Data, _ payload: Data
  ) -> String {
    hexadecimalDigest(
      of: Data("\(signature)\n\(address.digest)\n\(facts)\n".utf8) + description + payload)
  }
}
