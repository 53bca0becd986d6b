import Datasets
import Digests
import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import TestSupport
import Testing

/// A cache of trainings on a web server that works, and on servers that fail or lie.
@Suite struct TrainingCacheTests {
  /// A fit with two seeds, one that ends early, and a sweep with rungs of which a trial diverges.
  private static let text =
    TestNotebook.flowerCells.replacing(
      "validation_data: flowers\nepochs: 3", with: "validation_split: 0.25\nepochs: 3\nseeds: 2"
    ).replacing("tanh", with: "relu")
      + """

      ```{fit} early
      from: quick
      optimizer: {adam: {learning_rate: 0.01}}
      seed: 4
      epochs: 40
      measure: each_layer
      early_stopping: {monitor: val_loss, patience: 1, min_delta: 1, restore_best_weights: true}
      ```

      ```{sweep} search
      fit: quick
      method: grid
      parameters: {learning_rate: [0.02, 0.2, 1e38]}
      early_terminate: {successive_halving: {min_epochs: 1, eta: 3}}
      ```

      ```{evaluate}
      fit: search.best
      ```

      """
  /// Two fits of a training each.
  private static let two =
    TestNotebook.flowerCells + "```{fit} other\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.02}}\n```\n"

  private func with(
    _ text: String = Self.text, _ body: (TestNotebook, CacheServer) async throws -> Void
  ) async throws {
    let notebook = try TestNotebook(text)
    let server = try CacheServer()
    defer {
      notebook.remove()
      server.close()
    }
    try await body(notebook, server)
  }

  /// - Parameter patience: the seconds to wait for a server; long, where nothing is to be waited for, since the other
  ///   tests keep all processors busy for minutes.
  private func cache(
    _ server: CacheServer, isTrusted: Bool = true, isFilled: Bool = false, patience: Double = 600
  ) -> TrainingCache {
    var policy = DownloadPolicy()
    policy.connectTimeout = patience
    policy.stallTimeout = patience
    policy.totalTimeout = 2 * patience
    return TrainingCache(
      at: server.url, isTrusted: isTrusted, isFilled: isFilled, client: HTTPClient(policy: policy))
  }

  /// The store of a machine, which has a key of its own.
  private func store(
    _ machine: String, _ notebook: TestNotebook, _ cache: TrainingCache?, refresh: Refresh = .nothing
  ) throws -> ResultStore {
    let key = try #require(StoreKey(secret: Data(repeating: machine.utf8.first ?? 0, count: 40)))
    let folder = StoreFolder(at: notebook.folder.appending(path: machine).path, key: key)
    return ResultStore(folder, cache: cache, refresh: refresh)
  }

  /// Fills the cache from one machine.
  ///
  /// - Returns: the results that a run without a store has.
  private func fill(_ notebook: TestNotebook, _ server: CacheServer) async throws -> NotebookOutcome {
    let first = try store("first", notebook, cache(server, isTrusted: false, isFilled: true))
    _ = try await notebook.run(store: first)
    #expect(first.cache?.takeProblems() == [])
    return try await notebook.run()
  }

  private func expectSame(
    _ outcome: NotebookOutcome, _ clean: NotebookOutcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.cells.map(\.value) == clean.cells.map(\.value), sourceLocation: sourceLocation)
    #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs), sourceLocation: sourceLocation)
  }

  @Test("What one machine trains, another with another key takes from the cache, and then needs no cache.")
  func shared() async throws {
    try await with { notebook, server in
      let first = try store("first", notebook, cache(server, isTrusted: false, isFilled: true))
      let clean = try await notebook.run(jobs: 2, store: first)
      // Two seeds, one that ends early, three trials of a rung with a seed each of two, and one of the next.
      #expect(first.traffic.shared == server.objects.count && server.objects.count > 6)
      #expect(first.traffic.fetched == 0 && first.cache?.takeProblems() == [])
      #expect(server.objects.keys.allSatisfy { $0.wholeMatch(of: /\/data\/ac\/[0-9a-f]{64}/) != nil })

      let epochs = Mutex(0)
      let second = try store("second", notebook, cache(server, isFilled: true))
      let taken = try await notebook.run(jobs: 2, store: second) { event in
        if case .progress(_, .epoch) = event { epochs.withLock { $0 += 1 } }
      }
      expectSame(taken, clean)
      #expect(epochs.withLock(\.self) == 0)
      #expect(second.traffic == CacheTraffic(fetched: first.traffic.shared, shared: 0))
      #expect(second.problems.isEmpty && second.cache?.takeProblems() == [])

      let later = try store("second", notebook, nil)
      let stored = try await notebook.run(store: later)
      expectSame(stored, clean)
      for (cell, before) in zip(stored.cells, taken.cells) {
        #expect(cell.saved.epochs == before.saved.epochs, "\(cell.directive)")
      }
      #expect(later.problems.isEmpty)
    }
  }

  @Test("What is stored is not asked for, and is put into a cache that lacks it.")
  func stored() async throws {
    try await with(Self.two) { notebook, server in
      _ = try await notebook.run(store: store("first", notebook, nil))
      _ = try await notebook.run(store: store("first", notebook, cache(server)))
      #expect(server.requests.isEmpty)
      for shared in [2, 0] {
        let store = try store("first", notebook, cache(server, isFilled: true))
        _ = try await notebook.run(store: store)
        #expect(store.traffic == CacheTraffic(fetched: 0, shared: shared))
      }
      #expect(server.requests.map { $0.prefix(3) }.sorted() == ["HEA", "HEA", "HEA", "HEA", "PUT", "PUT"])
    }
  }

  @Test("A cache that is not trusted is not read, and cells that are to be computed again are not asked for.")
  func notRead() async throws {
    try await with(Self.two) { notebook, server in
      let clean = try await fill(notebook, server)
      let before = server.requests.count
      let untrusting = try store("second", notebook, cache(server, isTrusted: false, isFilled: true))
      expectSame(try await notebook.run(store: untrusting), clean)
      #expect(untrusting.traffic == CacheTraffic())
      #expect(server.requests.dropFirst(before).allSatisfy { $0.hasPrefix("HEAD") })
      let refreshing = try store("third", notebook, cache(server), refresh: .cells(["other"]))
      let refreshed = try await notebook.run(store: refreshing)
      #expect(refreshing.traffic.fetched == 1)
      #expect(refreshed.cells.first { $0.name == "other" }?.saved.epochs == 0)
    }
  }

  @Test("A longer fit than the cache has is trained whole, and then put there beside the shorter one.")
  func longer() async throws {
    try await with(Self.two) { notebook, server in
      _ = try await fill(notebook, server)
      let longer = try TestNotebook(Self.two.replacing("epochs: 3", with: "epochs: 4"))
      defer { longer.remove() }
      let store = try store("second", longer, cache(server, isFilled: true))
      expectSame(try await longer.run(store: store), try await longer.run())
      #expect(store.traffic == CacheTraffic(fetched: 0, shared: 2) && server.objects.count == 4)
    }
  }

  @Test(
    "A training that arrives damaged, or at another address, is trained and replaced.",
    arguments: ["truncated", "longer", "changed", "exchanged", "empty", "page"])
  func damage(_ kind: String) async throws {
    try await with(Self.two) { notebook, server in
      let clean = try await fill(notebook, server)
      let whole = server.objects
      let paths = whole.keys.sorted()
      for (place, path) in paths.enumerated() {
        let bytes = try #require(whole[path])
        server.objects[path] =
          switch kind {
          case "truncated": Array(bytes.dropLast(7))
          case "longer": bytes + [0]
          case "changed": bytes.dropLast() + [bytes[bytes.count - 1] ^ 1]
          case "exchanged": whole[paths[1 - place]]
          case "empty": []
          default: Array("<html>Sign in\n</html>".utf8)
          }
      }
      let store = try store("second", notebook, cache(server, isFilled: true))
      expectSame(try await notebook.run(store: store), clean)
      #expect(store.traffic == CacheTraffic(fetched: 0, shared: 2))
      #expect(store.cache?.takeProblems().map(\.code) == ["TB-K-122", "TB-K-122"])
      let mended = try self.store("third", notebook, cache(server))
      expectSame(try await notebook.run(store: mended), clean)
      #expect(mended.traffic.fetched == 2)
    }
  }

  @Test(
    "A training whose digest is right and whose content makes no sense is trained instead.",
    arguments: [
      (#""first":1"#, #""first":2"#), (#""name":"loss""#, #""name":"lass""#),
      (#""seconds":"#, #""seconds":-"#),
      (
        #""kind":"epochs of a training""#,
        #""kind":"epochs of a training","stop":{"english":"a","japanese":"a"}"#
      ),
      (#""iteration":"#, #""iteration":-"#), (#""epochs":["#, #""epochs":[],"more":["#), ("{", "["),
    ])
  func senseless(part: String, other: String) async throws {
    try await with(Self.two) { notebook, server in
      let clean = try await fill(notebook, server)
      for (path, bytes) in server.objects {
        server.objects[path] = try resealed(bytes, at: path) { text, payload in
          #expect(text.contains(part))
          return (text.replacing(part, with: other), payload)
        }
      }
      let store = try store("second", notebook, cache(server))
      expectSame(try await notebook.run(store: store), clean)
      #expect(store.traffic.fetched == 0)
      #expect(store.cache?.takeProblems().map(\.code) == ["TB-K-122", "TB-K-122"])
    }
  }

  @Test("Weights of another shape, or none, are not taken; nor is a divergence that is none.")
  func wrongWeights() async throws {
    try await with(Self.two) { notebook, server in
      let clean = try await fill(notebook, server)
      let whole = server.objects
      for kind in ["none", "transposed", "divergence"] {
        for (path, bytes) in whole {
          server.objects[path] = try resealed(
            bytes, at: path, kind: kind == "divergence" ? "divergence" : "training"
          ) { text, payload in
            guard kind != "none" else { return (text, Data()) }
            return (text, kind == "transposed" ? payload.replacing("[2,8]", with: "[8,2]") : payload)
          }
        }
        let store = try store(kind, notebook, cache(server))
        expectSame(try await notebook.run(store: store), clean)
        #expect(store.traffic.fetched == 0, "\(kind)")
        #expect(store.cache?.takeProblems().map(\.code) == ["TB-K-122", "TB-K-122"], "\(kind)")
      }
    }
  }

  /// Returns an object with another content and the digest that belongs to it.
  private func resealed(
    _ bytes: [UInt8], at path: String, kind: String? = nil,
    _ change: (_ description: String, _ payload: Data) -> (String, Data)
  ) throws -> [UInt8] {
    let data = Data(bytes)
    let end = try #require(data.firstIndex(of: UInt8(ascii: "\n")))
    let words = String(decoding: data[..<end], as: UTF8.self).split(separator: " ")
    let length = try #require(Int(words[4]))
    let (text, payload) = change(
      String(decoding: data[(end + 1)...].prefix(length), as: UTF8.self),
      Data(data[(end + 1)...].dropFirst(length)))
    let facts = "\(kind ?? String(words[3])) \(text.utf8.count) \(payload.count)"
    let address = path.split(separator: "/").last ?? ""
    let digest = hexadecimalDigest(
      of: Data("tunebook-cache 1\n\(address)\n\(facts)\n\(text)".utf8) + payload)
    return Array("tunebook-cache 1 \(digest) \(facts)\n\(text)".utf8) + payload
  }

  @Test("A cache that gives one damaged training after another is given up.")
  func unsound() async throws {
    let more = (1...3).map {
      "```{fit} more\($0)\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.\($0)3}}\n```\n"
    }
    try await with(Self.two + more.joined()) { notebook, server in
      let clean = try await notebook.run()
      server.misbehave { _ in .file(Array("nonsense".utf8)) }
      let store = try store("second", notebook, cache(server))
      expectSame(try await notebook.run(store: store), clean)
      #expect(server.requests.count == 3)
      #expect(
        store.cache?.takeProblems().map(\.code) == ["TB-K-122", "TB-K-122", "TB-K-122", "TB-K-123"])
    }
  }

  static let faults: [(String, LoopbackServer.Reply)] = [
    ("the server answered 500", .status(500)), ("the server answered 403", .status(403)),
    ("redirects to another address", .redirect("http://127.0.0.1:1/elsewhere")),
    ("no answer within 1 s", .silence), ("nothing arrived for 1 s", .promise(1000)),
    ("it did not finish within 2 s", .trickle(1000)),
    (
      "the transfer stopped after 10 of 5000 bytes",
      .breakOff([UInt8](repeating: 0, count: 5000), after: 10)
    ),
  ]

  @Test("A cache that fails is said once and not asked again, and the run goes on.", arguments: faults)
  func failing(reason: String, reply: LoopbackServer.Reply) async throws {
    try await with(Self.two) { notebook, server in
      server.misbehave { _ in reply }
      let store = try store("second", notebook, cache(server, isFilled: true, patience: 1))
      expectSame(try await notebook.run(store: store), try await notebook.run())
      let problems = try #require(store.cache?.takeProblems())
      #expect(problems.map(\.code) == ["TB-K-121"])
      #expect(problems.first?.message.contains(reason) == true, "\(problems.map(\.message))")
      #expect(server.requests.count == 1)
    }
  }

  @Test("More bytes than a training can have are not taken, promised or sent.")
  func tooLong() async throws {
    for reply in [LoopbackServer.Reply.promise(1_000_000_000_000), .flood] {
      try await with { notebook, server in
        server.misbehave { _ in reply }
        let store = try store("second", notebook, cache(server))
        expectSame(try await notebook.run(store: store), try await notebook.run())
        #expect(store.cache?.takeProblems().map(\.code).last == "TB-K-123")
        #expect(server.requests.count == 3)
      }
    }
  }

  @Test("A server that is not there is said, and the run goes on.")
  func absent() async throws {
    try await with(Self.two) { notebook, server in
      server.close()
      let store = try store("second", notebook, cache(server))
      expectSame(try await notebook.run(store: store), try await notebook.run())
      #expect(store.cache?.takeProblems().map(\.code) == ["TB-K-121"])
    }
  }

  @Test(
    "A server that takes nothing is said once, and is read nevertheless.", arguments: [403, 405, 413, 507])
  func putRefused(status: Int) async throws {
    try await with(Self.two) { notebook, server in
      _ = try await fill(notebook, server)
      let removed = try #require(server.objects.keys.sorted().first)
      server.objects[removed] = nil
      let puts = server.requests.count { $0.hasPrefix("PUT") }
      server.misbehave { $0.method == "PUT" ? .status(status) : nil }
      let more = try TestNotebook(
        Self.two + "```{fit} more\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.3}}\n```\n")
      defer { more.remove() }
      let store = try store("second", more, cache(server, isFilled: true))
      expectSame(try await more.run(store: store), try await more.run())
      let problems = store.cache?.takeProblems() ?? []
      #expect(problems.map(\.code) == ["TB-K-124"] && problems[0].message.hasSuffix("answered \(status)"))
      #expect(store.traffic == CacheTraffic(fetched: 1, shared: 0))
      #expect(server.requests.count { $0.hasPrefix("PUT") } == puts + 1)
    }
  }

  @Test("A forecast tells what is in the cache, and takes nothing from it.")
  func forecast() async throws {
    try await with { notebook, server in
      _ = try await fill(notebook, server)
      let before = server.requests.count
      let plan = try #require(try notebook.plan().plan)
      let forecast = await NotebookRun(
        plan, locations: notebook.locations, store: try store("second", notebook, cache(server)), jobs: 1
      ) { _ in }.forecast()
      let cells = Dictionary(uniqueKeysWithValues: forecast.cells.map { ($0.name, $0) })
      #expect(cells["quick"]?.work == .cached && cells["quick"]?.cachedEpochs == 6)
      #expect(cells["early"]?.work == .cached && cells["early"]?.seconds == 0)
      // Which trials go on after the first rung is not known until it is here.
      #expect(cells["search"]?.work == .computed && cells["search"]?.cachedEpochs == 6)
      #expect(server.requests.dropFirst(before).allSatisfy { $0.hasPrefix("HEAD") })
      #expect(!FileManager.default.fileExists(atPath: notebook.folder.appending(path: "second").path))
    }
  }

  @Test("Nothing is submitted to a cluster that the cache has, rungs after rungs.")
  func cluster() async throws {
    try await with { notebook, server in
      let clean = try await fill(notebook, server)
      let plan = try #require(try notebook.plan().plan)
      let store = try store("second", notebook, cache(server))
      let run = NotebookRun(plan, locations: notebook.locations, store: store, jobs: 2) { _ in }
      #expect(try await run.trainings(isTimed: false).compactMap(\.missing).count == 3)
      #expect(store.traffic.fetched == 0)
      let cells = try await run.trainings(isTimed: false, fetching: true)
      #expect(cells.map(\.name) == ["quick", "early", "search"] && cells.allSatisfy { $0.missing == nil })
      expectSame(try await notebook.run(store: self.store("second", notebook, nil)), clean)
    }
  }
}

extension Data {
  fileprivate func replacing(_ text: String, with other: String) -> Data {
    var data = self
    while let range = data.range(of: Data(text.utf8)) { data.replaceSubrange(range, with: Data(other.utf8)) }
    return data
  }
}
