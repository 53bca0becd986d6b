import Foundation
import Testing

@Suite struct ParameterCommandTests {
  private static let notebook =
    """
    ---
    title: "A ${act} network, {value}`run.epochs` rounds"
    description: What the number of rounds does.
    params:
      rounds: {default: 2, min: 1, max: 20, help: Passes over the data.}
      act: {default: relu, choices: [relu, tanh]}
      width: 4
    ---

    """
    + CommandLineTests.good.replacingOccurrences(of: "epochs: 2", with: "epochs: ${rounds}")
    .replacingOccurrences(
      of: "layers: [",
      with: "layers: [{dense: {units: \"${width}\", activation: \"${act}\"}}, ")

  private static let table = """
      = help: the notebook's parameters are
        rounds  integer  default 2     1 to 20     Passes over the data.
        act     text     default relu  relu, tanh
        width   integer  default 4

    """

  private func with(_ files: [String: String] = [:], then check: (URL) throws -> Void) throws {
    let all = ["book.md": Self.notebook, "data.csv": CommandLineTests.csv].merging(files) { $1 }
    let folder = try CommandRun.folder(all)
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  private func pages(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("Output").path).sorted()
  }

  @Test("A parameter that cannot be set is said where it is declared, above a table of all, once.")
  func refused() throws {
    try with { folder in
      let run = try CommandRun(["run", "book.md", "-P", "rounds=0", "-P", "act=tahn"], in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors == """
          book.md:5:29: error: the parameter "rounds" must be at least 1 and at most 20, not 0 [TB-C-103]
           5 |   rounds: {default: 2, min: 1, max: 20, help: Passes over the data.}
             |                             ^

          book.md:6:18: error: the parameter "act" must be one of relu, tanh, not "tahn"; did you mean "tanh"? [TB-C-104]
           6 |   act: {default: relu, choices: [relu, tanh]}
             |                  ^^^^
          \(Self.table)
          2 errors; nothing was run

          """)
    }
  }

  @Test("A file sets parameters, -P counts over it, and both are in the page's name.")
  func file() throws {
    try with(["few.yaml": "width: 3\nrounds: 9\n", "few.json": "{\"rounds\": 9, \"width\": 3}"]) { folder in
      for file in ["few.yaml", "few.json"] {
        let run = try CommandRun(
          ["run", "book.md", "--params", file, "-P", "rounds = 1", "--no-cache"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("Epoch 1/1"))
        #expect(try pages(in: folder) == ["book.rounds=1.width=3.html"])
      }
      let page = folder.appendingPathComponent("Output/book.rounds=1.width=3.html")
      let fromFile = try Data(contentsOf: page)
      let run = try CommandRun(["run", "book.md", "-P", "width=3", "-P", "rounds=1"], in: folder)
      #expect(run.status == 0)
      #expect(try Data(contentsOf: page) == fromFile)
    }
  }

  @Test("Spaces around a name and a value are dropped, those within a text are kept.")
  func spaces() throws {
    let text = "---\nparams: {who: all}\n---\n\nFor {value}`params.who`.\n"
    try with(["text.md": text]) { folder in
      let run = try CommandRun(
        ["run", "text.md", "-P", " who = you  and me ", "-o", "text.html"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let page = try String(contentsOf: folder.appendingPathComponent("text.html"), encoding: .utf8)
      #expect(page.contains(">you  and me</data>."))
    }
  }

  @Test("What a file sets wrongly is said at its place in the file, above a table of the parameters.")
  func wrongFile() throws {
    try with(["bad.yaml": "rounds: \"9\"\nwidht: 3\n"]) { folder in
      for command in ["run", "check"] {
        let run = try CommandRun([command, "book.md", "--params", "bad.yaml"], in: folder)
        #expect(run.status == 2)
        #expect(
          run.errors.hasPrefix(
            """
            bad.yaml:1:9: error: the parameter "rounds" must be an integer, like its default 2, not the text "9" [TB-C-102]
             1 | rounds: "9"
               |         ^^^

            bad.yaml:2:1: error: the notebook has no parameter "widht"; did you mean "width"? [TB-C-101]
             2 | widht: 3
               | ^^^^^
            \(Self.table)
            2 errors
            """.trimmingCharacters(in: .newlines)), "\(run.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Output").path))
    }
  }

  @Test(
    "A file of parameters that cannot be read is said, with exit code 2.",
    arguments: [
      ("none.yaml", "none.yaml: error: there is no file of this name"),
      (".", ".: error: this is a folder, and a file of parameters is needed here"),
      ("empty.yaml", "empty.yaml: error: the file sets no parameter"),
      ("latin.yaml", "latin.yaml:1:1: error: the byte 0xE9 is not UTF-8"),
    ])
  func unreadableFile(name: String, message: String) throws {
    try with(["empty.yaml": "\n"]) { folder in
      try Data([0xE9, 0x0A]).write(to: folder.appendingPathComponent("latin.yaml"))
      let run = try CommandRun(["run", "book.md", "--params", name], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix(message), "\(run.errors)")
    }
  }

  @Test("A value that a file sets is named where it turns out wrong.")
  func explained() throws {
    try with(["wide.yaml": "width: 0\n"]) { folder in
      let run = try CommandRun(["check", "book.md", "--params", "wide.yaml"], in: folder)
      #expect(
        run.errors.contains("book.md:7:10: note: --params sets width to 0, in place of its default here"))
    }
  }

  @Test("Where the page's name would be too long, another way is shown and nothing is run.")
  func longName() throws {
    let notebook = "---\nparams: {note: a}\n---\n`x` {value}`params.note`\n"
    try with(["note.md": notebook, "long.yaml": "note: \(String(repeating: "x", count: 300))\n"]) { folder in
      let run = try CommandRun(["run", "note.md", "--params", "long.yaml"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("= help: give the page a name of your own: `-o my-page.html`"))
      let other = try CommandRun(
        ["run", "note.md", "--params", "long.yaml", "-o", "my-page.html"], in: folder)
      #expect(other.status == 0, "\(other.errors)")
      let page = try String(contentsOf: folder.appendingPathComponent("my-page.html"), encoding: .utf8)
      #expect(page.contains("xxx"))
    }
  }

  @Test("--help-notebook says what a notebook is about, its parameters, and how to set one; nothing runs.")
  func help() throws {
    try with(["plain.md": "# Nothing\n", "bad.md": "---\nparams: {a: {defualt: 1}}\n---\n"]) { folder in
      let run = try CommandRun(["run", "--help-notebook", "book.md"], in: folder)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(
        run.output == """
          book.md
          A relu network, … rounds

          What the number of rounds does.

          Parameters
            rounds  integer  default 2     1 to 20     Passes over the data.
            act     text     default relu  relu, tanh
            width   integer  default 4

          Set one
            tunebook run book.md -P rounds=4
          or several, with a YAML or JSON file of names with values
            tunebook run book.md --params FILE

          """)
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Output").path))
      let plain = try CommandRun(["run", "--help-notebook", "plain.md"], in: folder)
      #expect(plain.output.contains("plain.md\n\nIt has no parameters"))
      let bad = try CommandRun(["run", "--help-notebook", "bad.md"], in: folder)
      #expect(bad.status == 2 && bad.output.isEmpty && bad.errors.contains("did you mean \"default\"?"))
    }
  }
}
