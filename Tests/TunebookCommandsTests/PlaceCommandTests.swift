import Foundation
import Testing

/// Links, pipes, sockets and other people's files wherever the command writes, deletes or reads.
@Suite struct PlaceCommandTests {
  /// A notebook's folder beside a victim's, which no command may change.
  private func with(
    _ files: [String: String] = [:], _ check: (_ book: URL, _ victim: URL) throws -> Void
  ) throws {
    let root = try CommandRun.folder([:])
    defer { try? FileManager.default.removeItem(at: root) }
    let (book, victim) = (root.appending(path: "book"), root.appending(path: "victim"))
    for folder in [book, victim, victim.appending(path: "inner")] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let own = ["book.md": CommandLineTests.good, "data.csv": CommandLineTests.csv]
    for (name, text) in own.merging(files, uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: book.appending(path: name))
    }
    for name in ["book.html", "notes.json", "w.npz", "inner/kept"] {
      try Data("kept \(name)".utf8).write(to: victim.appending(path: name))
    }
    let before = try tree(victim)
    try check(book, victim)
    #expect(try tree(victim) == before)
  }

  private func tree(_ folder: URL) throws -> [String: String] {
    var tree: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      let kind = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
      tree[path] = kind == .typeRegular ? try String(contentsOf: url, encoding: .utf8) : kind?.rawValue
    }
    return tree
  }

  private func link(_ url: URL, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  private func expect(
    _ arguments: [String], in folder: URL, status: Int32 = 2, says words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try CommandRun(arguments, in: folder)
    #expect(run.status == status, "\(arguments): \(run.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect((run.errors + run.output).contains(word), "\(run.errors)", sourceLocation: sourceLocation)
    }
  }

  @Test("Pages do not go through links, and replace no file that tunebook did not write.")
  func pages() throws {
    try with { book, _ in
      try link(book.appending(path: "Output"), to: "../victim")
      try expect(["run", "book.md"], in: book, says: "Output is a link to ../victim")
      try expect(["run", "book.md", "-o", "Output/inner"], in: book, says: "is a link to ../victim")
      try link(book.appending(path: "page.html"), to: "../victim/book.html")
      try expect(["run", "book.md", "-o", "page.html"], in: book, says: "page.html is a link to")
      try Data("my own page".utf8).write(to: book.appending(path: "own.html"))
      try expect(
        ["run", "book.md", "-o", "own.html"], in: book, says: "tunebook did not write it", "--overwrite")
      #expect(try String(contentsOf: book.appending(path: "own.html"), encoding: .utf8) == "my own page")
      for _ in 0..<2 {
        try expect(["run", "book.md", "-o", "own.html", "--overwrite", "-q"], in: book, status: 0)
      }
      try expect(["run", "book.md", "-o", "own.html", "-q"], in: book, status: 0)
      try expect(["docs", "-o", "page.html"], in: book, says: "page.html is a link to")
    }
  }

  @Test("An index replaces no other file; a pipe or a folder in a page's place is refused without waiting.")
  func specialFiles() throws {
    try with { book, _ in
      let output = book.appending(path: "site")
      try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: output.appending(path: "index.html"))
      try expect(["run", ".", "-o", "site"], in: book, says: "index.html is not overwritten")
      #expect(mkfifo(output.appending(path: "book.html").path, 0o600) == 0)
      try expect(["run", "book.md", "-o", "site"], in: book, says: "is not a regular file")
      #expect(mkfifo(book.appending(path: "pipe.json").path, 0o600) == 0)
      try expect(["run", "book.md", "--results", "pipe.json"], in: book, says: "is not a regular file")
    }
  }

  @Test("Results do not go through links, and replace only results.")
  func results() throws {
    try with { book, _ in
      try link(book.appending(path: "r.json"), to: "../victim/notes.json")
      try expect(["run", "book.md", "--results", "r.json"], in: book, says: "r.json is a link to")
      try Data("{}".utf8).write(to: book.appending(path: "own.json"))
      try expect(["run", "book.md", "--results", "own.json"], in: book, says: "own.json is not overwritten")
      for _ in 0..<2 { try expect(["run", "book.md", "-q", "--results", "new.json"], in: book, status: 0) }
    }
  }

  @Test("Trials are written as a table, which replaces only tables of trials.")
  func trials() throws {
    let sweep = "\n```{sweep} search\nfit: run\nmethod: grid\nparameters: {batch_size: [8, 16]}\n```\n"
    let text = CommandLineTests.good.replacingOccurrences(
      of: "epochs: 2", with: "epochs: 2\nvalidation_split: 0.5")
    try with(["book.md": text + sweep]) { book, _ in
      try Data("mine".utf8).write(to: book.appending(path: "own.csv"))
      try expect(["run", "book.md", "--trials", "own.csv"], in: book, says: "own.csv is not overwritten")
      for _ in 0..<2 { try expect(["run", "book.md", "-q", "--trials", "new.csv"], in: book, status: 0) }
      try expect(["run", "book.md", "-q", "--trials", "own.csv", "--overwrite"], in: book, status: 0)
      let tables = try ["new.csv", "own.csv"].map {
        try String(contentsOf: book.appending(path: $0), encoding: .utf8)
      }
      #expect(
        tables[0] == tables[1]
          && tables[0].hasPrefix(
            "sweep,trial,status,epochs,val_accuracy,config.batch_size\r\nsearch,0,finished,2,")
      )
      #expect(
        tables[0].split(separator: "\r\n").map { $0.split(separator: ",").last } == [
          "config.batch_size", "8", "16",
        ])
    }
  }

  @Test("Weights are saved within reach, and replace only weights that tunebook wrote.")
  func weights() throws {
    func book(_ save: String) -> String {
      CommandLineTests.good.replacingOccurrences(of: "epochs: 2", with: "epochs: 2\nsave: \(save)")
    }
    let files = [
      "a.md": book("sub/w.npz"), "b.md": book("w.npz"), "c.md": book("../victim/w.npz"),
      "d.md": book("own.npz"),
    ]
    try with(files) { folder, _ in
      try link(folder.appending(path: "sub"), to: "../victim")
      try expect(["run", "a.md"], in: folder, says: "TB-W-106", "a.md:", "--allow-path")
      try link(folder.appending(path: "w.npz"), to: "../victim/w.npz")
      try expect(["run", "b.md"], in: folder, says: "TB-W-106")
      try expect(["run", "c.md"], in: folder, says: "TB-W-106", "leads out of the notebook's folder")
      try expect(["run", "c.md", "--allow-path", "../victim"], in: folder, says: "TB-W-108", "--overwrite")
      try Data("mine".utf8).write(to: folder.appending(path: "own.npz"))
      try expect(["run", "d.md", "-q"], in: folder, says: "TB-W-108")
      try expect(["run", "d.md", "-q", "--overwrite"], in: folder, status: 0)
      for _ in 0..<2 { try expect(["run", "d.md", "-q"], in: folder, status: 0) }
    }
  }

  @Test("new writes nothing through a link to a folder.")
  func new() throws {
    try with { book, _ in
      try link(book.appending(path: "sub"), to: "../victim")
      try expect(["new", "sub/walk"], in: book, says: "is a link to ../victim")
    }
  }

  @Test("check --fix changes no file through a link.")
  func fix() throws {
    let wrong = CommandLineTests.good.replacingOccurrences(of: "epochs", with: "epoch")
    try with { book, victim in
      let notebook = victim.deletingLastPathComponent().appending(path: "elsewhere.md")
      try Data(wrong.utf8).write(to: notebook)
      try link(book.appending(path: "linked.md"), to: "../elsewhere.md")
      try expect(["check", "--fix", "linked.md"], in: book, status: 1, says: "is a link to ../elsewhere.md")
      #expect(try String(contentsOf: notebook, encoding: .utf8) == wrong)
    }
  }

  @Test("A notebook reads files of its own folder, and others where the command line allows them.")
  func reading() throws {
    func book(_ path: String) -> String {
      CommandLineTests.good.replacingOccurrences(of: "data.csv", with: path)
    }
    let files = [
      "shadow.md": book("/etc/shadow"), "link.md": book("link.csv"), "up.md": book("../data/data.csv"),
      "zero.md": book("/dev/zero"), "pipe.md": book("pipe.csv"),
    ]
    try with(files) { folder, victim in
      let data = victim.deletingLastPathComponent().appending(path: "data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      try Data(CommandLineTests.csv.utf8).write(to: data.appending(path: "data.csv"))
      try link(folder.appending(path: "link.csv"), to: "/etc/shadow")
      #expect(mkfifo(folder.appending(path: "pipe.csv").path, 0o600) == 0)
      for name in ["shadow", "link", "up", "zero"] {
        for command in ["check", "run"] {
          let run = try CommandRun([command, "\(name).md"], in: folder)
          #expect(run.status == 2 && run.errors.contains("TB-D-110"), "\(name): \(run.errors)")
          #expect(run.errors.contains("--allow-path") && !run.errors.contains("root:"))
        }
      }
      try expect(["check", "pipe.md"], in: folder, says: "TB-D-109")
      try expect(["check", "up.md", "--allow-path", "../data"], in: folder, status: 0)
      try expect(["check", "up.md", "--data-dir", "../data"], in: folder, status: 0)
      try expect(["check", "up.md", "--allow-path", "../none"], in: folder, says: "TB-C-251")
    }
  }

  @Test("Links between notebooks, and notebooks that are links, show nothing from outside the folder.")
  func notebooksOutside() throws {
    let files = [
      "a.md": "# Ours\n\n[x](../victim/secret.md#none) [y](../victim/secrt.md) [z](inside.md#none)\n",
      "inside.md": "# Seen\n",
    ]
    try with(files) { book, victim in
      let secret = victim.deletingLastPathComponent().appending(path: "secret")
      try FileManager.default.createDirectory(at: secret, withIntermediateDirectories: true)
      try Data("# The hidden heading\n".utf8).write(to: secret.appending(path: "secret.md"))
      try link(book.appending(path: "linked.md"), to: "../secret/secret.md")
      #expect(mkfifo(book.appending(path: "pipe.md").path, 0o600) == 0)
      let check = try CommandRun(["check", "a.md"], in: book)
      #expect(check.status == 2 && check.errors.contains("#seen"), "\(check.errors)")
      #expect(!check.errors.contains("hidden"))
      try expect(
        ["run", "."], in: book, says: "linked.md: error: this is a link that leads out of its folder")
      try expect(["check", "linked.md", "--untrusted"], in: book, says: "TB-N-111")
      try expect(["check", "linked.md"], in: book, status: 0)
      try expect(["check", "pipe.md"], in: book, says: "TB-N-108")
      try expect(["check", "book.md", "--params", "pipe.md"], in: book, says: "not a regular file")
    }
  }

  @Test("clean does not follow links.")
  func clean() throws {
    try with { book, victim in
      try expect(["run", "book.md", "-q"], in: book, status: 0)
      let store = book.appending(path: ".tunebook")
      let real = book.appending(path: "real")
      try FileManager.default.moveItem(at: store, to: real)
      try link(store, to: "real")
      let before = try FileManager.default.subpathsOfDirectory(atPath: real.path).sorted()
      try expect(["clean"], in: book, says: ".tunebook is a link to real")
      #expect(try FileManager.default.subpathsOfDirectory(atPath: real.path).sorted() == before)
    }
  }

  @Test("A shared store and a shared key serve two folders, and a key that all can read is refused.")
  func sharedStore() throws {
    try with { book, victim in
      let other = victim.deletingLastPathComponent().appending(path: "other")
      try FileManager.default.copyItem(at: book, to: other)
      let key = book.appending(path: "key")
      try Data(String(repeating: "k", count: 40).utf8).write(to: key)
      let shared = ["-q", "--store", "../shared", "--store-key", key.path]
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
      try expect(["run", "book.md"] + shared, in: book, says: "everyone can read the store's key")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key.path)
      try expect(["run", "book.md"] + shared, in: book, status: 0)
      try expect(["run", "book.md"] + shared.dropFirst(), in: other, status: 0, says: "saved 2 epochs")
      #expect(!FileManager.default.fileExists(atPath: book.appending(path: ".tunebook").path))
      try Data("short".utf8).write(to: key)
      try expect(["run", "book.md"] + shared, in: book, says: "32 to 4096 bytes")
    }
  }
}
