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
    let address: URL
    private let notebook: URL

    init(in folder: URL) throws {
      notebook = folder.appendingPathComponent("book.md")
      process.executableURL = CommandRun.command
      process.arguments = ["preview", "book.md", "--port", "0"]
      process.currentDirectoryURL = folder
      process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "TUNEBOOK_OFFLINE": "1"]
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
      self.address = try #require(address, "\(told)")
    }

    func save(_ text: String) throws { try Data(text.utf8).write(to: notebook, options: .atomic) }

    func get(_ path: String) async throws -> String {
      let (data, _) = try await URLSession.shared.data(from: #require(URL(string: path, relativeTo: address)))
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
