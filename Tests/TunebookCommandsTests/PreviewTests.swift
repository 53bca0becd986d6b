import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite struct PreviewTests {
  private static let notebook = """
    # Flowers

    ```{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    ```

    ```{model} small
    layers: [{dense: {units: 2, activation: softmax}}]
    ```

    ```{fit} quick
    model: small
    data: flowers
    caption: The first words.
    ```

    """
  private static let table = "length,width,kind\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n"

  private struct State: Decodable {
    let revision: Int
    let page: Int
    let activity: String?
    let findings: String
  }

  @Test("A saved change is shown, a mistake is said beside the page from before, and Ctrl-C ends it.")
  func loop() async throws {
    let folder = try CommandRun.folder(["book.md": Self.notebook, "flowers.csv": Self.table])
    defer { try? FileManager.default.removeItem(at: folder) }
    let preview = try RunningPreview(in: folder)
    defer { preview.process.terminate() }

    var state = try await preview.state { $0.page == 1 && $0.activity == nil }
    #expect(state.findings.isEmpty)
    #expect(try await preview.get("page").contains("The first words."))
    #expect(try await preview.get("./").contains("/preview.js"))

    try preview.save(Self.notebook.replacingOccurrences(of: "first words", with: "second words"))
    state = try await preview.state { $0.page == 2 }
    #expect(try await preview.get("page").contains("The second words."))

    try preview.save(Self.notebook.replacingOccurrences(of: "model: small", with: "model: smal"))
    state = try await preview.state { !$0.findings.isEmpty }
    #expect(state.page == 2 && state.findings.hasPrefix("book.md:12:8: error: there is no model cell named"))
    #expect(try await preview.get("page").contains("The second words."))

    try preview.save(Self.notebook)
    state = try await preview.state { $0.page == 3 }
    #expect(state.findings.isEmpty)

    preview.process.interrupt()
    preview.process.waitUntilExit()
    #expect(preview.process.terminationStatus == 130)
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Output").path))
  }

  @Test("A mistake is no longer shown once the corrected run begins, while the page from before is.")
  func correctedRun() async throws {
    let wrong = Self.notebook.replacing("model: small", with: "model: smal")
    let folder = try CommandRun.folder(["book.md": wrong, "flowers.csv": Self.table])
    defer { try? FileManager.default.removeItem(at: folder) }
    let preview = try RunningPreview(in: folder)
    defer { preview.process.terminate() }
    _ = try await preview.state { !$0.findings.isEmpty && $0.activity == nil }
    try preview.save(Self.notebook.replacing("caption:", with: "epochs: 100000\ncaption:"))
    let state = try await preview.state { $0.findings.isEmpty || $0.page > 0 }
    #expect(state.findings.isEmpty && state.page == 0)
  }

  @Test("Data that change are read again, and weights that the notebook itself writes are not waited for.")
  func data() async throws {
    let saving = Self.notebook.replacing("caption:", with: "save: net.npz\ncaption:")
    let folder = try CommandRun.folder(["book.md": saving, "flowers.csv": "length,width\n1,2\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let preview = try RunningPreview(in: folder)
    defer { preview.process.terminate() }
    var state = try await preview.state { !$0.findings.isEmpty && $0.activity == nil }
    #expect(state.page == 0)
    let table = folder.appendingPathComponent("flowers.csv")
    try Data(Self.table.utf8).write(to: table, options: .atomic)
    state = try await preview.state { $0.page == 1 && $0.activity == nil }
    try Data((Self.table + "5,6,tulip\n").utf8).write(to: table, options: .atomic)
    state = try await preview.state { $0.page == 2 && $0.activity == nil || !$0.findings.isEmpty }
    try Data((Self.table + "5,6,b\n").utf8).write(to: table, options: .atomic)
    state = try await preview.state { $0.findings.isEmpty && $0.page >= 2 && $0.activity == nil }
    let page = state.page
    try await Task.sleep(for: .milliseconds(500))
    #expect(try await preview.state { $0.activity == nil }.page == page)
  }

  @Test("Where the process may open few files, many peers leave room for one that asks.")
  func fewFiles() async throws {
    let folder = try CommandRun.folder(["book.md": "# Nothing\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let preview = try RunningPreview(in: folder, mostFiles: 40)
    defer { preview.process.terminate() }
    _ = try await preview.state { $0.page == 1 }
    let crowd = try (0..<120).map { _ in try LoopbackPeer(port: UInt16(preview.base.port ?? 0)) }
    #expect(try await preview.get("page").contains("Nothing"))
    withExtendedLifetime(crowd) {}
  }

  @Test(
    "What cannot be previewed is said, with exit code 2.",
    arguments: [
      (["preview", "missing.md"], "there is no file of this name"),
      (["preview", "."], "preview shows one notebook"),
      (["preview", "book.md", "book.md"], "preview shows one notebook"),
      (["preview", "book.md", "--port", "99999"], "--port"),
    ])
  func refused(_ arguments: [String], _ message: String) throws {
    let folder = try CommandRun.folder(["book.md": "# Nothing\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try CommandRun(arguments, in: folder)
    #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
  }

  /// A preview of `book.md` on a free port, once it answers.
  private struct RunningPreview {
    let process = Process()
    let base: URL
    private let cookie: String
    private let notebook: URL

    /// - Parameter mostFiles: the number of files that the process may have open at once.
    init(in folder: URL, mostFiles: Int = 1024) throws {
      notebook = folder.appendingPathComponent("book.md")
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "ulimit -n \(mostFiles); exec \"$0\" preview book.md --port 0", CommandRun.command.path,
      ]
      process.currentDirectoryURL = folder
      process.environment = CommandRun.environment(home: folder)
      let log = folder.appendingPathComponent(".log")
      try Data().write(to: log)
      process.standardError = try FileHandle(forWritingTo: log)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      var address: URL?
      for _ in 0..<600 where address == nil {
        Thread.sleep(forTimeInterval: 0.05)
        let text = try String(contentsOf: log, encoding: .utf8)
        address = text.firstMatch(of: /see (http:[^;]+);/).flatMap { URL(string: String($0.1)) }
      }
      let told = try String(contentsOf: log, encoding: .utf8)
      let seen = try #require(address, "\(told)")
      let token = try #require(seen.query?.split(separator: "=").last)
      base = try #require(URL(string: "http://127.0.0.1:\(seen.port ?? 0)/"))
      cookie = "tunebook-preview-\(seen.port ?? 0)=\(token)"
    }

    func save(_ text: String) throws { try Data(text.utf8).write(to: notebook, options: .atomic) }

    func get(_ path: String) async throws -> String {
      var request = URLRequest(url: try #require(URL(string: path, relativeTo: base)))
      request.setValue(cookie, forHTTPHeaderField: "Cookie")
      let (data, _) = try await URLSession.shared.data(for: request)
      return String(decoding: data, as: UTF8.self)
    }

    /// The first state that is as wanted; each answer waits for news.
    func state(where isWanted: (State) -> Bool) async throws -> State {
      var revision = -1
      for _ in 0..<100 {
        let text = try await get("state?after=\(revision)")
        let state = try JSONDecoder().decode(State.self, from: Data(text.utf8))
        if isWanted(state) { return state }
        revision = state.revision
      }
      throw TestTimeout()
    }
  }

  private struct TestTimeout: Error {}
}
