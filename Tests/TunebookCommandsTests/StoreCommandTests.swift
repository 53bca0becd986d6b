import Foundation
import Testing

/// `--no-cache`, `--refresh`, `clean`, `plan` and `--max-time`.
@Suite struct StoreCommandTests {
  private func with(_ check: (URL) throws -> Void) throws {
    let folder = try CommandRun.folder(["book.md": CommandLineTests.good, "data.csv": CommandLineTests.csv])
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  private func page(_ folder: URL) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent("Output/book.html"))
  }

  @Test("A second run trains nothing, says so, and writes the same page; --refresh and --no-cache train.")
  func secondRun() throws {
    try with { folder in
      #expect(try CommandRun(["run", "book.md"], in: folder).errors.contains("Epoch 2/2"))
      let computed = try page(folder)
      for (arguments, trains) in [
        ([], false), (["--refresh=run"], true), (["--refresh"], true), (["--no-cache"], true), ([], false),
      ] {
        let run = try CommandRun(["run", "book.md"] + arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("Epoch 2/2") == trains, "\(arguments) \(run.errors)")
        #expect(run.errors.contains("saved 2 epochs and ") == !trains)
        #expect(try page(folder) == computed)
      }
    }
  }

  @Test("A cell that --refresh does not find is said, and --refresh beside --no-cache refused.")
  func wrongRefresh() throws {
    try with { folder in
      let run = try CommandRun(["run", "book.md", "--refresh=rum"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("--refresh: there is no cell \"rum\"; did you mean \"run\"?"))
      #expect(try CommandRun(["run", "book.md", "--refresh", "--no-cache"], in: folder).status == 2)
    }
  }

  @Test("clean removes what was stored, and nothing else; a folder of another program is left alone.")
  func clean() throws {
    try with { folder in
      let store = folder.appendingPathComponent(".tunebook")
      #expect(try CommandRun(["clean"], in: folder).output == ".tunebook: nothing is stored\n")
      _ = try CommandRun(["run", "book.md", "--quiet"], in: folder)
      #expect(FileManager.default.fileExists(atPath: store.path))
      let run = try CommandRun(["clean", "book.md", "."], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("removed"))
      #expect(!FileManager.default.fileExists(atPath: store.path))
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("book.md").path))
      try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: store.appendingPathComponent("notes"))
      let refused = try CommandRun(["clean"], in: folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("was not made by tunebook"))
      #expect(try CommandRun(["clean", "nowhere"], in: folder).status == 2)
    }
  }

  @Test("A cell behind --refresh and a space is pointed to its equals sign.")
  func detachedRefresh() throws {
    try with { folder in
      let run = try CommandRun(["run", "book.md", "--refresh", "run"], in: folder)
      #expect(
        run.status == 2
          && run.errors.contains("write an equals sign before the name of a cell: --refresh=run"))
      #expect(try CommandRun(["run", "--refresh", "book.md", "-q"], in: folder).status == 0)
    }
  }

  @Test("plan says what is stored and why the rest runs, as text and as JSON, and writes nothing.")
  func plan() throws {
    try with { folder in
      let before = try CommandRun(["plan", "book.md"], in: folder)
      #expect(before.status == 0, "\(before.errors)")
      #expect(before.output.contains("no run is stored") && !before.output.contains("?"))
      #expect(before.output.hasSuffix("\n  model: computed in every run, in almost no time\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent(".tunebook").path))
      _ = try CommandRun(["run", "book.md", "--quiet"], in: folder)
      let longer = CommandLineTests.good.replacingOccurrences(of: "epochs: 2", with: "epochs: 5")
      try Data(longer.utf8).write(to: folder.appendingPathComponent("book.md"))
      #expect(try CommandRun(["plan", "book.md"], in: folder).output.contains("2 of 5 epochs stored"))
      let json = try CommandRun(["plan", "book.md", "--format", "json"], in: folder).output
      let plans = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
      let cells = try #require(plans.first?["cells"] as? [[String: Any]])
      let fit = try #require(cells.first { $0["name"] as? String == "run" })
      #expect(fit["work"] as? String == "continues")
      #expect(fit["stored_epochs"] as? Int == 2)
      #expect(fit["epochs"] as? Int == 5 && fit["note"] is NSNull)
    }
  }

  @Test("plan says below a fit that a longer one would start anew.")
  func planNote() throws {
    try with { folder in
      let whole = CommandLineTests.good.replacingOccurrences(
        of: "epochs: 2", with: "epochs: 2\noptimizer: {sgd: {learning_rate: {cosine_decay: 0.1}}}")
      try Data(whole.utf8).write(to: folder.appendingPathComponent("book.md"))
      let lines = try CommandRun(["plan", "book.md"], in: folder).output.split(separator: "\n")
      let fit = try #require(lines.firstIndex { $0.contains("no run is stored") && $0.contains("fit") })
      #expect(lines[fit + 1].hasPrefix("      its learning rate depends on `epochs`"), "\(lines)")
    }
  }

  @Test("--max-time refuses before anything is trained, and says what is expected.")
  func maxTime() throws {
    try with { folder in
      let long = CommandLineTests.good.replacingOccurrences(of: "epochs: 2", with: "epochs: 100000")
      try Data(long.utf8).write(to: folder.appendingPathComponent("book.md"))
      let run = try CommandRun(["run", "book.md", "--max-time", "0.1s"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("--max-time allows 0.1 s, and the run would take about"))
      #expect(!run.errors.contains("Epoch"))
      try Data(CommandLineTests.good.utf8).write(to: folder.appendingPathComponent("book.md"))
      #expect(try CommandRun(["run", "book.md", "--max-time", "10m"], in: folder).status == 0)
      let wrong = try CommandRun(["run", "book.md", "--max-time", "soon"], in: folder)
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("--max-time is a time such as 60s, 5m or 1h, not soon."))
    }
  }
}
