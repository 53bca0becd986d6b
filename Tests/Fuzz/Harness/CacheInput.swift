import Datasets
import Digests
import Foundation
import NotebookRunner
import Synchronization

/// Objects of a cache of trainings as somebody who may write there makes them: the digests are right, and the rest is
/// anything.
enum CacheInput {
  private static let kinds = ["training", "divergence"]

  /// What a run puts into a cache, as an input.
  static var seeds: [[UInt8]] {
    let server = MemoryServer()
    let cache = TrainingCache(at: server.url, isTrusted: false, isFilled: true, client: server)
    _ = NotebookInput.runOwn(notebook, store: ResultStore(nil, cache: cache))
    let seeds = server.kept.withLock(\.self).compactMap(input)
    precondition(!seeds.isEmpty, "Nothing was put into the cache.")
    return seeds
  }

  /// Runs a notebook from a cache with one object. The first byte chooses its kind, and the next two tell how many of
  /// the others are its description.
  ///
  /// - Returns: whether the object was believed.
  static func read(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    let rest = bytes.dropFirst(3)
    let description = Data(rest.prefix(min(Int(bytes[1]) << 8 | Int(bytes[2]), rest.count)))
    // What is no JSON is refused at once, and a whole run would show nothing else.
    guard (try? JSONSerialization.jsonObject(with: description)) != nil else { return false }
    let server = MemoryServer(
      kind: kinds[Int(bytes[0]) % kinds.count], description, Data(rest.dropFirst(description.count)))
    let cache = TrainingCache(at: server.url, isTrusted: true, isFilled: false, client: server)
    let store = ResultStore(nil, cache: cache)
    return NotebookInput.runOwn(notebook, store: store) && store.traffic.fetched > 0
  }

  /// Returns the input from which an object is made.
  private static func input(of object: Data) -> [UInt8]? {
    guard let end = object.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: object[..<end], as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 6, let kind = kinds.firstIndex(of: words[3]), let length = Int(words[4]) else {
      return nil
    }
    return [UInt8(kind), UInt8(length >> 8 & 255), UInt8(length & 255)] + object[(end + 1)...]
  }

  private static let fit = FlowersCells.fit(
    epochs: 3, "early_stopping: {monitor: val_loss, patience: 1, min_delta: 1, restore_best_weights: true}")

  private static let notebook = """
    \(FlowersCells.load)

    \(fit)

    ~~~{evaluate}
    fit: fast
    ~~~
    """
}

/// A server that gives one object wherever it is asked, and keeps what is put there.
private final class MemoryServer: ObjectServer {
  let url = URL(fileURLWithPath: "/cache")
  let kept = Mutex<[Data]>([])
  private let facts: String
  /// The description and the payload of the object.
  private let content: Data?

  /// Creates a server without an object.
  init() {
    facts = ""
    content = nil
  }

  init(kind: String, _ description: Data, _ payload: Data) {
    facts = "\(kind) \(description.count) \(payload.count)"
    content = description + payload
  }

  func get(_ url: URL, limit: Int) async throws(TransferError) -> Data {
    guard let content else { throw .failed(.status(404)) }
    let signature = "tunebook-cache 1"
    let sealed = Data("\(signature)\n\(url.lastPathComponent)\n\(facts)\n".utf8) + content
    let object = Data("\(signature) \(hexadecimalDigest(of: sealed)) \(facts)\n".utf8) + content
    guard object.count <= limit else { throw .failed(.tooLarge(limit: limit)) }
    return object
  }

  func exists(_ url: URL) async throws(TransferError) -> Bool { content != nil }

  func put(_ data: Data, at url: URL) async throws(TransferError) { kept.withLock { $0.append(data) } }
}
