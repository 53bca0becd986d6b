import Foundation
import Testing

@Suite struct IndexCommandTests {
  private static let claim = "\n\n```{expect}\n- 1 < 2\n```\n"

  private func inFolder(_ files: [String: String], _ check: (URL) throws -> Void) throws {
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

  /// What the cards of an index lead to, and the languages they name.
  private func cards(_ index: String) -> [String] {
    index.matches(of: /<h2><a href="(.*?)"|hreflang="(..)"/).map { String($0.output.1 ?? $0.output.2 ?? "") }
  }

  @Test("A folder gets an index with a card for each notebook, and pages that lead to it.")
  func folder() throws {
    try inFolder([
      "a.md": "# A" + Self.claim, "a.ja.md": "---\nlang: ja\n---\n# あ" + Self.claim,
      "b.md": "# B" + Self.claim,
    ]) { folder in
      let run = try CommandRun(["run", "."], in: folder)
      #expect(run.status == 0 && run.errors.contains("2 notebooks in the index → Output/index.html"))
      let index = try text("Output/index.html", in: folder)
      #expect(cards(index) == ["a.html", "ja", "b.html"])
      for page in ["a", "a.ja", "b"] {
        #expect(try text("Output/\(page).html", in: folder).contains("<a href=\"index.html\">"))
      }

      let again = try CommandRun(["run", ".", "--no-cache", "-o", "again", "--quiet"], in: folder)
      #expect(again.errors.isEmpty)
      for page in ["index", "a", "a.ja", "b"] {
        #expect(try text("again/\(page).html", in: folder) == text("Output/\(page).html", in: folder))
      }
    }
  }

  @Test("A README, drafts and hidden files are no notebooks of a folder.")
  func otherFiles() throws {
    try inFolder([
      "a.md": "# A" + Self.claim, "README.md": "![A picture](picture.png)", "_draft.md": "```{load}\n```\n",
      ".hidden.md": "```{load}\n```\n",
    ]) { folder in
      let run = try CommandRun(["run", "."], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try names(in: folder.appendingPathComponent("Output")) == ["a.html", "index.html"])
      #expect(try CommandRun(["check", "README.md"], in: folder).status == 2)
    }
  }

  @Test("Notebooks that are named one by one get no index, nor does standard output.")
  func files() throws {
    try inFolder(["a.md": "# A" + Self.claim, "b.md": "# B" + Self.claim]) { folder in
      #expect(try CommandRun(["run", "a.md", "b.md"], in: folder).status == 0)
      #expect(try names(in: folder.appendingPathComponent("Output")) == ["a.html", "b.html"])
      #expect(try !text("Output/a.html", in: folder).contains("index.html"))

      try FileManager.default.removeItem(at: folder.appendingPathComponent("b.md"))
      let streamed = try CommandRun(["run", ".", "-o", "-"], in: folder)
      #expect(streamed.status == 0 && streamed.output.ranges(of: "<!DOCTYPE html>").count == 1)
    }
  }

  @Test("Run by itself, a notebook whose neighbours have titles has the page that a run of the folder gives.")
  func collection() throws {
    let title = { (name: String, language: String) in
      "---\ntitle: \"\(name) in ${n} {value}`params.n`\"\nlang: \(language)\nparams: {n: 3}\n---\n"
        + Self.claim
    }
    try inFolder([
      "a.md": title("A", "en"), "a.ja.md": title("あ", "ja"), "b.md": title("B", "en"),
      "c.md": title("C", "en"),
      "README.md": title("R", "en"), "_draft.md": title("D", "en"),
    ]) { folder in
      #expect(try CommandRun(["run", ".", "--quiet"], in: folder).status == 0)
      for alone in [["a.md", "a.ja.md"], ["b.md"], ["./c.md"]] {
        let run = try CommandRun(["run"] + alone + ["-o", "alone"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("tunebook run . makes all pages of the folder"))
      }
      #expect(
        try names(in: folder.appendingPathComponent("alone")) == ["a.html", "a.ja.html", "b.html", "c.html"])
      for page in ["a", "a.ja", "b", "c"] {
        #expect(try text("alone/\(page).html", in: folder) == text("Output/\(page).html", in: folder))
      }
      #expect(try text("alone/b.html", in: folder).contains("C in 3 …"))
      let again = try CommandRun(["run", "b.md"], in: folder)
      #expect(!again.errors.contains("makes all pages"), "\(again.errors)")
    }
  }

  @Test(
    "A draft, and a page with set parameters, on standard output or for a stranger, leads to no neighbours.")
  func standingAlone() throws {
    let front = "---\ntitle: One\nparams: {n: 1}\n---\n`${n}`"
    let claim = "\n\n```{expect}\n- params.n > 0\n```\n"
    try inFolder([
      "a.md": front + claim, "b.md": front + claim, "c.md": "# C" + Self.claim, "_d.md": front + claim,
    ]) { folder in
      #expect(try CommandRun(["run", "a.md", "-P", "n=2"], in: folder).status == 0)
      #expect(try CommandRun(["run", "a.md", "--untrusted", "-o", "theirs"], in: folder).status == 0)
      #expect(try CommandRun(["run", "a.md", "-o", "own.html"], in: folder).status == 0)
      #expect(try CommandRun(["run", "c.md"], in: folder).status == 0)
      #expect(try CommandRun(["run", "_d.md"], in: folder).status == 0)
      for page in ["Output/a.n=2.html", "theirs/a.html", "own.html", "Output/c.html", "Output/_d.html"] {
        #expect(try !text(page, in: folder).contains("index.html"), "\(page)")
      }
      let streamed = try CommandRun(["run", "a.md", "-o", "-"], in: folder)
      #expect(streamed.status == 0 && !streamed.output.contains("index.html"))
    }
  }

  @Test("A notebook called index heads the index, and set parameters are part of its name.")
  func ownIndex() throws {
    let front = "---\nparams: {n: 1}\n---\n`${n}`"
    let claim = "\n\n```{expect}\n- params.n > 0\n```\n"
    try inFolder(["a.md": front + claim, "b.md": front + claim]) { folder in
      #expect(try CommandRun(["run", ".", "-P", "n=2"], in: folder).status == 0)
      #expect(
        try names(in: folder.appendingPathComponent("Output"))
          == ["a.n=2.html", "b.n=2.html", "index.n=2.html"])
      #expect(try cards(text("Output/index.n=2.html", in: folder)) == ["a.n=2.html", "b.n=2.html"])

      try Data("# My own\n\n[a](a.md)\n".utf8).write(to: folder.appendingPathComponent("index.md"))
      let run = try CommandRun(["run", "."], in: folder)
      #expect(run.status == 0 && !run.errors.contains("in the index"), "\(run.errors)")
      let own = try text("Output/index.html", in: folder)
      #expect(own.contains("My own") && !own.contains("All notebooks"))
      #expect(cards(own) == ["a.html", "b.html"] && !own.contains("class=\"next\""))
      #expect(try text("Output/a.html", in: folder).contains("<a href=\"index.html\">All notebooks</a>"))
    }
  }

  @Test("The translation of an index has the cards of notebooks in its language, and theirs lead to it.")
  func translatedIndex() throws {
    func notebook(_ title: String, _ language: String) -> String {
      "---\ntitle: \(title)\nlang: \(language)\n---\n" + Self.claim
    }
    try inFolder([
      "a.md": notebook("A", "en"), "a.ja.md": notebook("あ", "ja"), "b.md": notebook("B", "en"),
      "index.md": notebook("All", "en"), "index.ja.md": notebook("全部", "ja"),
    ]) { folder in
      let run = try CommandRun(["run", "."], in: folder)
      #expect(run.status == 0 && !run.errors.contains("in the index"), "\(run.errors)")
      #expect(try cards(text("Output/index.html", in: folder)) == ["ja", "a.html", "ja", "b.html"])
      let translated = try text("Output/index.ja.html", in: folder)
      #expect(cards(translated) == ["en", "a.ja.html", "en", "b.html"])
      #expect(
        translated.contains("<li class=\"card\" lang=\"en\">") && !translated.contains("class=\"next\""))
      for (page, index) in [("a", "index"), ("a.ja", "index.ja"), ("b", "index")] {
        #expect(try text("Output/\(page).html", in: folder).contains("<a href=\"\(index).html\">"))
      }
      let alone = try CommandRun(["run", "index.ja.md"], in: folder)
      #expect(alone.status == 2 && alone.errors.contains("tunebook run ."), "\(alone.errors)")
      #expect(try CommandRun(["run", "a.ja.md", "-o", "alone"], in: folder).status == 0)
      #expect(try text("alone/a.ja.html", in: folder) == text("Output/a.ja.html", in: folder))
    }
  }

  @Test("The notebooks of an index come in their order, and those without one last, by name.")
  func order() throws {
    func notebook(_ order: String) -> String { "---\ntitle: T\n\(order)---\n" + Self.claim }
    try inFolder([
      "a.md": notebook(""), "b.md": notebook("order: 2\n"), "c.md": notebook("order: 1\n"),
      "d.md": notebook(""),
    ]) { folder in
      #expect(try CommandRun(["run", "."], in: folder).status == 0)
      #expect(try cards(text("Output/index.html", in: folder)) == ["c.html", "b.html", "a.html", "d.html"])
      let second = try text("Output/b.html", in: folder)
      #expect(second.contains("class=\"previous\" href=\"c.html\""))
      #expect(second.contains("class=\"next\" href=\"a.html\""))
      #expect(try CommandRun(["run", "b.md", "-o", "alone"], in: folder).status == 0)
      #expect(try text("alone/b.html", in: folder) == second)
    }
  }

  @Test("A notebook that heads an index is not run without the others.")
  func indexAlone() throws {
    let notebook = "---\ntitle: T\n---\n" + Self.claim
    try inFolder(["a.md": notebook, "index.md": notebook]) { folder in
      let run = try CommandRun(["run", "index.md"], in: folder)
      #expect(run.status == 2 && run.errors.contains("tunebook run ."), "\(run.errors)")
      #expect(try !names(in: folder).contains("Output"))
    }
  }

  @Test("Claims about data that a fallback replaced are said once, after the last notebook.")
  func replacedData() throws {
    let notebook =
      "```{load} data\ndataset: mnist\nfallback: digits\nlimit: 20\ntest_limit: 10\n```\n\n"
      + "```{expect}\n- data.training_count == 20\n- data.dataset == 'mnist'\n```\n"
    try inFolder(["a.md": notebook, "b.md": notebook]) { folder in
      let run = try CommandRun(["run", "."], in: folder)
      #expect(run.status == 0)
      #expect(
        run.errors.contains(
          "warning: claims were not checked, because mnist could not be loaded: 2 in ./a.md, 2 in ./b.md"))
      #expect(run.errors.ranges(of: "TB-R-").count == 1, "\(run.errors)")
      #expect(try CommandRun(["run", ".", "--strict"], in: folder).status == 1)
    }
  }
}
