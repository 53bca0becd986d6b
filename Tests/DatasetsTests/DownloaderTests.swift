import Datasets
import Foundation
import Synchronization
import TestSupport
import Testing

/// Downloads from servers on loopback that misbehave as servers do.
@Suite struct DownloaderTests {
  private let folder: TestFolder
  /// 300,000 bytes, no two places alike.
  private let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }

  init() throws { folder = try TestFolder() }

  private var target: URL { folder.folder("cache").appendingPathComponent("file.gz") }
  private var part: URL { folder.folder("cache").appendingPathComponent("file.gz.part") }

  /// - Parameter patience: seconds to wait for a server; long, where nothing is to be waited for, since the other tests
  ///   keep all processors busy for minutes.
  private func download(
    from servers: LoopbackServer..., patience: Double = 600,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> DownloadError? {
    var policy = DownloadPolicy()
    policy.connectTimeout = patience
    policy.stallTimeout = patience
    let file = RemoteFile(
      sources: servers.map { $0.url.appendingPathComponent("file.gz") }, digest: sha256(content),
      size: content.count)
    defer { for server in servers { server.close() } }
    do throws(DownloadError) {
      try await Downloader(policy: policy).download(file, to: target, progress: progress)
      return nil
    } catch {
      return error
    }
  }

  private func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try Data(contentsOf: target) == Data(content), sourceLocation: sourceLocation)
    #expect(!FileManager.default.fileExists(atPath: part.path), sourceLocation: sourceLocation)
  }

  private func reasons(_ error: DownloadError?) -> [DownloadFailure.Reason] {
    if case .failed(let failures) = error { failures.map(\.reason) } else { [] }
  }

  @Test("A whole file arrives under its name, and progress ends with its size.")
  func whole() async throws {
    let last = Mutex(0)
    let server = try LoopbackServer(.file(content))
    let error = await download(from: server) { received in last.withLock { $0 = received } }
    #expect(error == nil)
    try expectWhole()
    #expect(last.withLock(\.self) == content.count)
    #expect(server.requests.count == 1)
  }

  @Test("A transfer that breaks off is continued where it stopped.")
  func interrupted() async throws {
    let server = try LoopbackServer(.breakOff(content, after: 100_000), .file(content))
    #expect(await download(from: server) == nil)
    try expectWhole()
    #expect(server.requests.last?.contains("Range: bytes=100000-") == true)
  }

  @Test("A download that an earlier run left is continued.")
  func resumed() async throws {
    try folder.write(Array(content.prefix(250_000)), to: "cache/file.gz.part")
    let server = try LoopbackServer(.file(content))
    #expect(await download(from: server) == nil)
    try expectWhole()
    #expect(server.requests.first?.contains("Range: bytes=250000-") == true)
  }

  @Test("A complete part needs no request, and a wrong one is fetched anew.")
  func leftovers() async throws {
    try folder.write(content, to: "cache/file.gz.part")
    let server = try LoopbackServer(.status(500))
    #expect(await download(from: server) == nil)
    try expectWhole()
    #expect(server.requests.isEmpty)
    for size in [100_000, content.count, content.count + 5] {
      try folder.write([UInt8](repeating: 1, count: size), to: "cache/file.gz.part")
      #expect(await download(from: try LoopbackServer(.file(content))) == nil)
      try expectWhole()
    }
  }

  @Test("A server that cannot continue sends the file from the start.")
  func wholeInsteadOfRange() async throws {
    try folder.write([UInt8](repeating: 1, count: 1000), to: "cache/file.gz.part")
    #expect(await download(from: try LoopbackServer(.wholeFile(content))) == nil)
    try expectWhole()
  }

  @Test("A server that refuses the range is asked for the whole file.")
  func rangeRefused() async throws {
    try folder.write([UInt8](repeating: 1, count: 1000), to: "cache/file.gz.part")
    let server = try LoopbackServer(.status(416), .file(content))
    #expect(await download(from: server) == nil)
    try expectWhole()
    #expect(server.requests.count == 2)
  }

  @Test("A file with the wrong digest is thrown away, and the next mirror asked.")
  func wrongDigest() async throws {
    var wrong = content
    wrong[5] ^= 1
    #expect(await download(from: try LoopbackServer(.file(wrong)), try LoopbackServer(.file(content))) == nil)
    try expectWhole()
    try FileManager.default.removeItem(at: target)
    let error = await download(from: try LoopbackServer(.file(wrong)))
    #expect(reasons(error) == [.wrongDigest])
    #expect(!FileManager.default.fileExists(atPath: target.path))
    #expect(try Data(contentsOf: part).isEmpty)
  }

  @Test("A server that sends more than the file is cut off.")
  func flood() async throws {
    #expect(reasons(await download(from: try LoopbackServer(.flood))) == [.wrongDigest])
    #expect(!FileManager.default.fileExists(atPath: target.path))
  }

  @Test("Where one mirror has no such file, the next is asked.")
  func notFound() async throws {
    #expect(await download(from: try LoopbackServer(.status(404)), try LoopbackServer(.file(content))) == nil)
    try expectWhole()
  }

  @Test("A transfer that stalls is continued, and given up where it goes on stalling.")
  func stalled() async throws {
    #expect(
      await download(from: try LoopbackServer(.stall(content, after: 1000), .file(content)), patience: 2)
        == nil)
    try expectWhole()
    try FileManager.default.removeItem(at: target)
    let error = await download(from: try LoopbackServer(.stall(content, after: 0)), patience: 1)
    #expect(reasons(error) == [.stalled(seconds: 1)])
    #expect(!FileManager.default.fileExists(atPath: target.path))
  }

  @Test("A server that never answers is given up after the time to connect.")
  func silent() async throws {
    let error = await download(
      from: try LoopbackServer(.silence), try LoopbackServer(.status(503)), patience: 1)
    #expect(reasons(error) == [.noAnswer(seconds: 1), .status(503)])
  }

  @Test("A server that is not there is given up.", .timeLimit(.minutes(5)))
  func refused() async throws {
    let server = try LoopbackServer(.silence)
    server.close()
    let error = await download(from: server)
    #expect(reasons(error).count == 1)
  }

  @Test("A server that breaks off again and again is given up, and what came is kept.")
  func brokenOffAlways() async throws {
    let error = await download(from: try LoopbackServer(.breakOff(content, after: 1000)))
    #expect(reasons(error) == [.interrupted(received: 3000, total: content.count)])
    #expect(try Data(contentsOf: part) == Data(content.prefix(3000)))
  }

  @Test("A folder that cannot be written says why.")
  func unwritable() async throws {
    try folder.write([], to: "cache")
    guard case .cannotWrite = await download(from: try LoopbackServer(.file(content))) else {
      Issue.record("the download went on")
      return
    }
  }

  @Test("Links in the place of the cache, or of what gathers in it, are not followed.")
  func links() async throws {
    try folder.makeFolder("victim")
    try folder.write(Array("kept".utf8), to: "victim/file.gz.part")
    let (cache, victim) = (target.deletingLastPathComponent(), folder.folder("victim"))
    try FileManager.default.createSymbolicLink(at: cache, withDestinationURL: victim)
    let through = await download(from: try LoopbackServer(.file(content)))
    try FileManager.default.removeItem(at: cache)
    try folder.makeFolder("cache")
    try FileManager.default.createSymbolicLink(
      at: part, withDestinationURL: victim.appendingPathComponent("file.gz.part"))
    let into = await download(from: try LoopbackServer(.file(content)))
    for error in [through, into] {
      guard case .cannotWrite = error else { Issue.record("\(String(describing: error))"); continue }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: victim.path) == ["file.gz.part"])
    #expect(try Data(contentsOf: victim.appendingPathComponent("file.gz.part")) == Data("kept".utf8))
  }

  @Test("A cancelled task ends its download, and keeps what came.")
  func cancelled() async throws {
    let server = try LoopbackServer(.stall(content, after: 5000))
    let task = Task { await download(from: server) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .cancelled)
    #expect(!FileManager.default.fileExists(atPath: target.path))
  }

  @Test("Two downloads of one file at once both succeed.")
  func together() async throws {
    let (one, other) = (try LoopbackServer(.file(content)), try LoopbackServer(.file(content)))
    async let first = download(from: one)
    async let second = download(from: other)
    let errors = await [first, second]
    #expect(errors == [nil, nil])
    try expectWhole()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.folder("cache").path) == ["file.gz"])
  }
}
