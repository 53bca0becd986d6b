import Foundation
import Testing

@Suite struct NewCommandTests {
  private func inFolder(_ files: [String: String] = [:], _ check: (URL) throws -> Void) throws {
    let folder = try CommandRun.folder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(
    "Each template is without mistakes, and every claim holds, as written and with what is suggested next.",
    arguments: ["tuning", "compare", "csv"])
  func runs(template: String) throws {
    try inFolder { folder in
      let new = try CommandRun(["new", "my-walkthrough", "--template", template], in: folder)
      #expect(new.status == 0 && new.errors.isEmpty, "\(new.errors)")
      let check = try CommandRun(["check", "--strict", "my-walkthrough.md"], in: folder)
      #expect(check.status == 0)
      #expect(check.errors.contains("my-walkthrough.md: no mistakes in "), "\(check.errors)")

      let suggested = try #require(new.output.firstMatch(of: /run my-walkthrough.md -P (\S+)/)).output.1
      for arguments in [[], ["-P", String(suggested)]] {
        let run = try CommandRun(["run", "my-walkthrough.md"] + arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let claims = try #require(run.errors.firstMatch(of: /(\d+) of (\d+) claims hold/)).output
        #expect(claims.1 == claims.2 && claims.2 != "0")
        #expect(!run.errors.contains("warning:") && !run.errors.contains("not checked"), "\(run.errors)")
      }
      #expect(
        try names(in: folder.appendingPathComponent("Output"))
          == [
            "my-walkthrough.\(suggested).html", "my-walkthrough.html",
          ].sorted())
    }
  }

  @Test("The command says what was written and what to try next.")
  func nextSteps() throws {
    try inFolder { folder in
      let run = try CommandRun(["new", "drafts/my first.md", "--template", "csv"], in: folder)
      let program = try #require(run.output.firstMatch(of: /\n {2}(\S+) preview/)).output.1
      #expect(program.hasSuffix("/tunebook"))
      #expect(
        run.output.replacing(program, with: "tunebook") == """
          drafts/my first.md and drafts/my first.csv are written. Try next:
            tunebook preview 'drafts/my first.md'            its page in the browser, updated whenever you save
            tunebook run 'drafts/my first.md'                the page goes to Output/my first.html
            tunebook check 'drafts/my first.md'              every mistake, without training
            tunebook run 'drafts/my first.md' -P rounds=60   the same with one thing changed
          Then open drafts/my first.md in an editor. Its last section says what to change first.

          """)
      #expect(try names(in: folder.appendingPathComponent("drafts")) == ["my first.csv", "my first.md"])
      let notebook = try text("drafts/my first.md", in: folder)
      #expect(notebook.hasPrefix("---\ntitle: \"My first\"\n"))
      #expect(try CommandRun(["check", "drafts"], in: folder).status == 0)
    }
  }

  @Test("Without a name, the notebook has one of its own.")
  func unnamed() throws {
    try inFolder { folder in
      let run = try CommandRun(["new"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try names(in: folder) == ["my-notebook.md"])
    }
  }

  @Test(
    "What is there already is left as it is, and nothing is written beside it.",
    arguments: ["leaves.md", "leaves.csv"])
  func exists(name: String) throws {
    try inFolder([name: "mine"]) { folder in
      let run = try CommandRun(["new", "leaves", "--template", "csv"], in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains("error: \(name) already exists, and was left as it is"))
      #expect(try names(in: folder) == [name])
      #expect(try text(name, in: folder) == "mine")
    }
  }

  @Test("A link that leads nowhere is not written through.")
  func danglingLink() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("leaves.md").path, withDestinationPath: "elsewhere.md")
      let run = try CommandRun(["new", "leaves"], in: folder)
      #expect(run.status == 2 && run.errors.contains("leaves.md already exists"))
      #expect(try names(in: folder) == ["leaves.md"])
    }
  }

  @Test(
    "A name that no notebook can have is refused, and nothing is written.",
    arguments: [
      ("", "\"\" is not the name of a notebook"),
      ("drafts/", "\"drafts/\" is not the name of a notebook"),
      (".md", "\".md\" is not the name of a notebook"),
      ("..", "\"..\" is not the name of a notebook"),
      ("a:b", "for example a-b"),
      ("a\"${x}\"", "for example a-x"),
      (".hidden", "must begin and end with a letter or a digit"),
      ("two\nlines", "for example two-lines"),
      ("file/name", "file is a file, not a folder"),
    ])
  func refused(name: String, message: String) throws {
    try inFolder(["file": ""]) { folder in
      let run = try CommandRun(["new", name], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(try names(in: folder) == ["file"])
    }
  }
}
