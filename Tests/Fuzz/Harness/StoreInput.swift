import Foundation
import NotebookRunner

/// Entries of the store as a holder of its key may write them: sealed, and otherwise anything.
enum StoreInput {
  private struct Entry {
    let place: StorePlace
    let content: StoreEntry
    /// Tells entries apart in every build, as their places do not.
    let rank: String
  }

  private static let folder = StoreFolder(in: FuzzFolder.shared.url, key: key)
  private static let key: StoreKey = {
    guard let key = StoreKey(secret: Data(repeating: 7, count: 32)) else {
      preconditionFailure("32 bytes are a key.")
    }
    return key
  }()

  /// What a run of two epochs leaves, that of the second beside that of the first.
  private static let entries: [Entry] = {
    for epochs in 1...2 {
      _ = NotebookInput.runOwn(notebook(epochs: epochs), store: ResultStore(folder))
    }
    let path = FuzzFolder.shared.url.path + "/.tunebook/v2/" + key.identifier
    let files = (FileManager.default.subpaths(atPath: path) ?? []).map {
      $0.split(separator: "/").map(String.init)
    }
    let entries = files.compactMap { file -> Entry? in
      guard let kind = file.first.flatMap(StorePlace.Kind.init), file.count > 2,
        let place = StorePlace(kind, digest: file[2], file: file.count > 3 ? file[3] : nil),
        let open = try? folder.file(at: place),
        let content = try? StoreEntry(open, at: place, key, needsPayload: true)
      else { return nil }
      return Entry(place: place, content: content, rank: rank(of: content, at: place))
    }
    precondition(entries.count > 5, "The store is not filled.")
    return entries.sorted { $0.rank < $1.rank }
  }()

  private static func rank(of content: StoreEntry, at place: StorePlace) -> String {
    if place.kind == .fits { return "fits \(place.text)" }
    let object = (try? JSONSerialization.jsonObject(with: content.description)) as? [String: Any]
    let known = object?["content"] ?? [:]
    let text = (try? JSONSerialization.data(withJSONObject: [known], options: .sortedKeys)) ?? Data()
    return "\(place.kind) \(String(decoding: text, as: UTF8.self))"
  }

  /// Each entry as an input.
  static var seeds: [[UInt8]] {
    entries.enumerated().map { index, entry in
      let length = entry.content.description.count
      return [UInt8(index), UInt8(length >> 8), UInt8(length & 255)] + entry.content.description
        + entry.content.payload
    }
  }

  /// Puts bytes in the place of an entry, which the first byte chooses, and runs a notebook from the store. The next
  /// two bytes tell how many of the others are the entry's description.
  ///
  /// - Returns: whether the entry was believed.
  static func read(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    let entry = entries[Int(bytes[0]) % entries.count]
    let rest = bytes.dropFirst(3)
    let length = min(Int(bytes[1]) << 8 | Int(bytes[2]), rest.count)
    let description = Data(rest.prefix(length))
    // What is no JSON is refused at once, and a whole run would show nothing else.
    guard (try? JSONSerialization.jsonObject(with: description)) != nil else { return false }
    write(
      StoreEntry(description: description, payload: Data(rest.dropFirst(length))), to: entry.place)
    defer { write(entry.content, to: entry.place) }
    let store = ResultStore(folder, isReadOnly: true)
    return NotebookInput.runOwn(notebook(epochs: 3), store: store) && store.problems.isEmpty
  }

  private static func write(_ entry: StoreEntry, to place: StorePlace) {
    FuzzFolder.demand { try folder.write(entry, to: place) }
  }

  private static func notebook(epochs: Int) -> String {
    """
    \(FlowersCells.load)

    ~~~{show}
    data: flowers
    what: [shapes, sample, class_counts, one_hot]
    ~~~

    ~~~{load} pictures
    dataset: {idx: {images: images.idx, labels: labels.idx}}
    scale: 1/255
    ~~~

    ~~~{show}
    data: pictures
    what: [sample, images]
    ~~~

    \(FlowersCells.fit(epochs: epochs))

    ~~~{fit} slow
    from: fast
    optimizer: {adam: {learning_rate: 0.01}}
    epochs: 2
    measure: null
    ~~~

    ~~~{predict}
    fit: slow
    count: 3
    ~~~

    ~~~{evaluate} report
    fit: slow
    pos_label: k1
    curves: [roc, precision_recall, reliability]
    ~~~

    ~~~{plot}
    fits: [fast, slow]
    metrics: [loss, accuracy]
    ~~~

    ~~~{plot}
    what: histogram
    data: flowers
    column: length
    ~~~

    ~~~{plot}
    what: scatter
    data: flowers
    x: length
    y: width
    ~~~

    ~~~{expect}
    - fast.val_accuracy >= 0%
    - report.confusion_matrix[0][0] + report.support[1] >= 0 and not (slow.loss == 3)
    ~~~

    It is {value}`report.accuracy | percent(1)` and {value}`fast.layers.dense_1.gradient_norm`.
    """
  }
}
