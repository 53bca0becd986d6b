import Foundation
import TestSupport
import Testing

/// `--cache`, `--trust-cache` and `--cache-write`.
@Suite struct CacheCommandTests {
  private static let online = ["TUNEBOOK_OFFLINE": "0"]

  private func with(_ check: (URL, CacheServer) throws -> Void) throws {
    let folder = try CommandRun.folder(["book.md": CommandLineTests.good, "data.csv": CommandLineTests.csv])
    let server = try CacheServer()
    defer {
      try? FileManager.default.removeItem(at: folder)
      server.close()
    }
    try check(folder, server)
  }

  private func page(_ place: String, _ folder: URL) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent("\(place)/book.html"))
  }

  @Test(
    "One machine fills the cache; another, with a key of its own, trains nothing and writes the same page.")
  func shared() throws {
    try with { folder, server in
      let arguments = ["--cache", server.url.absoluteString]
      let first = try CommandRun(
        ["run", "book.md", "-o", "first", "--cache-write"] + arguments, in: folder, environment: Self.online)
      #expect(
        first.status == 0 && first.errors.contains("1 training run put into the cache"), "\(first.errors)")
      let second = Self.online.merging(["XDG_STATE_HOME": folder.path + "/other"]) { $1 }
      let store = ["--store", "elsewhere", "--trust-cache"] + arguments
      let plan = try CommandRun(["plan", "book.md"] + store, in: folder, environment: second)
      #expect(plan.status == 0 && plan.output.contains("in the cache"), "\(plan.output) \(plan.errors)")
      let run = try CommandRun(["run", "book.md", "-o", "second"] + store, in: folder, environment: second)
      #expect(run.status == 0 && run.errors.contains("1 training run from the cache"), "\(run.errors)")
      #expect(!run.errors.contains("Epoch"))
      #expect(try page("first", folder) == page("second", folder))
      server.close()
      let again = try CommandRun(
        ["run", "book.md", "--store", "elsewhere"], in: folder, environment: second)
      #expect(again.status == 0 && again.errors.contains("saved 2 epochs"), "\(again.errors)")
    }
  }

  @Test("The environment may name the cache and say what is done with it; TUNEBOOK_OFFLINE sets it aside.")
  func environment() throws {
    try with { folder, server in
      var environment = Self.online.merging([
        "TUNEBOOK_CACHE": server.url.absoluteString, "TUNEBOOK_CACHE_WRITE": "1", "TUNEBOOK_TRUST_CACHE": "0",
      ]) { $1 }
      let run = try CommandRun(["run", "book.md"], in: folder, environment: environment)
      #expect(run.status == 0 && run.errors.contains("1 training run put into the cache"), "\(run.errors)")
      let before = server.requests.count
      for options in [["--no-cache"], ["--untrusted"]] {
        #expect(
          try CommandRun(["run", "book.md"] + options, in: folder, environment: environment).status == 0)
      }
      environment["TUNEBOOK_OFFLINE"] = "1"
      #expect(
        try CommandRun(["run", "book.md", "--trust-cache"], in: folder, environment: environment).status == 0)
      #expect(server.requests.count == before)
    }
  }

  @Test("Tasks of a cluster take trainings from the cache, and put theirs there.")
  func work() throws {
    try with { folder, server in
      let arguments = ["work", "book.md", "--cache", server.url.absoluteString]
      let first = try CommandRun(arguments + ["--cache-write"], in: folder, environment: Self.online)
      #expect(first.status == 0 && server.objects.count == 1, "\(first.errors)")
      let second = try CommandRun(
        arguments + ["--trust-cache", "--store", "elsewhere"], in: folder, environment: Self.online)
      #expect(second.status == 0, "\(second.errors)")
      let last = try #require(server.requests.last)
      #expect(last.hasPrefix("GET /data/ac/"))
    }
  }

  @Test("A cache that is down is said once for all notebooks, and each of them has its page.")
  func down() throws {
    try with { folder, server in
      try Data(CommandLineTests.good.replacing("epochs: 2", with: "epochs: 3").utf8).write(
        to: folder.appendingPathComponent("more.md"))
      server.close()
      let run = try CommandRun(
        ["run", "book.md", "more.md", "--cache", server.url.absoluteString, "--trust-cache"],
        in: folder, environment: Self.online)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.components(separatedBy: "TB-K-121").count == 2, "\(run.errors)")
      #expect(try page("Output", folder).count > 1000)
    }
  }

  @Test("A cache that is neither read nor written, or not to be used, is refused before anything runs.")
  func refused() throws {
    try with { folder, server in
      let url = server.url.absoluteString
      for (options, message) in [
        (["--cache", url], "add --trust-cache, --cache-write or both"),
        (["--trust-cache"], "are for --cache"),
        (["--cache", url, "--trust-cache", "--no-cache"], "leave out --cache"),
        (["--cache", url, "--trust-cache", "--untrusted"], "leave out --cache"),
        (["--cache", "ftp://host", "--trust-cache"], "takes an address"),
        (["--cache", "http://me:secret@host", "--trust-cache"], "takes an address"),
        (["--cache", "cache:8080", "--trust-cache"], "takes an address"),
      ] {
        for command in ["run", "plan"] {
          let run = try CommandRun([command, "book.md"] + options, in: folder, environment: Self.online)
          #expect(run.status == 2 && run.errors.contains(message), "\(options) \(run.errors)")
        }
      }
      let offline = try CommandRun(["run", "book.md", "--cache", url, "--trust-cache"], in: folder)
      #expect(offline.status == 2 && offline.errors.contains("TUNEBOOK_OFFLINE forbids"), "\(offline.errors)")
      #expect(server.requests.isEmpty)
    }
  }
}
