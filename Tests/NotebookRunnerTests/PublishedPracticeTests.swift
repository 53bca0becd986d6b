import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax
import Testing

@Suite struct PublishedPracticeTests {
  @Test(
    "The notebooks that are published are advised of nothing, for what they do on purpose is allowed there.")
  func notebooks() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Notebooks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let names = files.filter { $0.hasSuffix(".md") }
    #expect(names.count >= 3)
    let tables = try files.filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }.map { name in
      (name, try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let data = Dictionary(uniqueKeysWithValues: tables)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let notebook = try TestNotebook(text, data: data)
      defer { notebook.remove() }
      let found = try notebook.plan().diagnostics
      #expect(found.isEmpty, "\(name): \(found.map(\.message))")
      // With nothing allowed, the rules have something to say about the tutorial.
      guard name.hasPrefix("mnist-tuning") else { continue }
      let strict = try TestNotebook(text.replacing(/allow: .*\n/, with: ""))
      defer { strict.remove() }
      #expect(try Set(strict.plan().diagnostics.map(\.code)) == ["TB-G-106", "TB-G-108"])
    }
  }
}
