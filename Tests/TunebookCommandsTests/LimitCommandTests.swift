import Foundation
import Testing

/// `--max-memory` and `--untrusted`.
@Suite struct LimitCommandTests {
  private func with(_ files: [String: String] = [:], _ check: (URL) throws -> Void) throws {
    let all = ["book.md": CommandLineTests.good, "data.csv": CommandLineTests.csv].merging(files) { $1 }
    let folder = try CommandRun.folder(all)
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  @Test("A budget that is too small is refused at the cell, by check, plan and run.")
  func memory() throws {
    try with { folder in
      for command in ["check", "plan", "run"] {
        let run = try CommandRun([command, "book.md", "--max-memory", "2KB"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("of memory; the budget is 2 kB"), "\(run.errors)")
        #expect(run.errors.contains("--max-memory"))
      }
      #expect(try CommandRun(["check", "book.md", "--max-memory", "1.5GiB"], in: folder).status == 0)
      for wrong in ["much", "-1GB", "0", "1e99GB", "nanMB"] {
        let run = try CommandRun(["check", "book.md", "--max-memory=\(wrong)"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("A size is written as in 500MB or 4GB, not \(wrong)."))
      }
    }
  }

  @Test("An untrusted notebook runs, and neither reads nor writes stored results.")
  func untrusted() throws {
    try with { folder in
      let run = try CommandRun(["run", "book.md", "--untrusted"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let store = folder.appendingPathComponent(".tunebook").path
      #expect(!FileManager.default.fileExists(atPath: store))
      #expect(try CommandRun(["run", "book.md", "--untrusted"], in: folder).errors.contains("Epoch 2/2"))
    }
  }

  @Test("An untrusted notebook may be a megabyte long, and no longer.")
  func length() throws {
    let long = CommandLineTests.good + "\n" + String(repeating: "word\n", count: 200_000)
    try with(["book.md": long]) { folder in
      let run = try CommandRun(["check", "book.md", "--untrusted"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("the file is larger than 1 MB"), "\(run.errors)")
    }
  }
}
