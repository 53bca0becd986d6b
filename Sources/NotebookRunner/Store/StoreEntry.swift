import Datasets
import Foundation

/// One file of the store: a line that says what it is, with digests of the rest; a line of JSON; and bytes.
struct StoreEntry {
  /// Why a file is no entry.
  struct Damage: Error {}

  private static let signature = "tunebook-store 1"
  private static let newline = UInt8(ascii: "\n")

  /// JSON on one line.
  let description: Data
  let payload: Data

  init(description: Data, payload: Data = Data()) {
    self.description = description
    self.payload = payload
  }

  var data: Data {
    let digests = [description, payload].map { hexadecimalDigest(of: $0) }
    var data = Data("\(Self.signature) \(digests[0]) \(digests[1])\n".utf8)
    data.append(description)
    data.append(Self.newline)
    data.append(payload)
    return data
  }

  /// - Parameter needsPayload: whether the bytes behind the JSON are wanted; otherwise they are not even read.
  init(_ data: Data, needsPayload: Bool) throws(Damage) {
    let ends = data.withUnsafeBytes { bytes in
      bytes.firstIndex(of: Self.newline).map { first in
        (first, bytes[(first + 1)...].firstIndex(of: Self.newline))
      }
    }
    guard let (first, second) = ends, let second else { throw Damage() }
    let words = String(decoding: data[..<first], as: UTF8.self).split(separator: " ")
    guard words.count == 4, words.prefix(2).joined(separator: " ") == Self.signature else { throw Damage() }
    description = Data(data[(first + 1)..<second])
    guard hexadecimalDigest(of: description) == words[2] else { throw Damage() }
    payload = needsPayload ? Data(data[(second + 1)...]) : Data()
    if needsPayload, hexadecimalDigest(of: payload) != words[3] { throw Damage() }
  }
}
