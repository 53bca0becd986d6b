import Foundation
import Testing

@Suite struct CommandLineTests {
  static let csv =
    "x,y,kind\n" + (0..<40).map { "\($0 % 4),\($0 % 3),\($0 % 2 == 0 ? "a" : "b")" }.joined(separator: "\n")
    + "\n"

  static let good = """
    # Two kinds

    ```{load} data
    dataset: {csv: {path: data.csv, label: kind}}
    test_split: 0.25
    ```

    ```{model} net
    layers: [{dense: {units: 2, activation: softmax}}]
    ```

    ```{fit} run
    model: net
    data: data
    epochs: 2
    metrics: [accuracy]
    ```

    """

  private func with(
    _ notebook: String, _ arguments: [String], interruptAt interruption: String? = nil,
    standardOutput: String? = nil,
    then check: (CommandRun, URL) throws -> Void
  ) throws {
    let folder = try CommandRun.folder(["book.md": notebook, "data.csv": Self.csv])
    for (name, content) in ["other/book.md": Self.good, "other/data.csv": Self.csv, "other.json/keep": ""] {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(
      try CommandRun(arguments, in: folder, interruptAt: interruption, standardOutput: standardOutput),
      folder)
  }

  private func exists(_ path: String, in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  @Test("A good notebook gives a page and exit code 0.")
  func good() throws {
    try with(Self.good, ["run", "book.md"]) { run, folder in
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("Epoch 2/2  loss: "))
      #expect(exists("Output/book.html", in: folder))
    }
  }

  @Test("A page goes to no file of another kind, and to a folder of any name.")
  func otherEnding() throws {
    for place in ["out.pdf", "out.htm", "pages/a.json"] {
      try with(Self.good, ["run", "book.md", "-o", place]) { run, folder in
        #expect(run.status == 2 && run.errors.contains("takes a folder or a file that ends in .html"))
        #expect(!exists(place, in: folder))
      }
    }
    for place in ["v1.2", "other.json", "new.pdf/"] {
      try with(Self.good, ["run", "book.md", "-q", "-o", place]) { run, folder in
        #expect(run.status == 0 && exists(place + "/book.html", in: folder), "\(run.errors)")
      }
    }
  }

  @Test("What is taken for an option is said to be set as a parameter, where the command takes any.")
  func parameterHint() throws {
    for (option, name) in [("--rounds", "rounds"), ("--learning-rate", "learning_rate")] {
      for command in ["run", "preview", "check", "plan"] {
        try with(Self.good, [command, "book.md", option, "10"]) { run, _ in
          #expect(run.status == 2)
          #expect(
            run.errors.contains("A notebook's parameter is set with -P \(name)=value."), "\(run.errors)")
        }
      }
    }
    try with(Self.good, ["docs", "--rounds"]) { run, _ in
      #expect(run.status == 2 && !run.errors.contains("parameter"))
    }
  }

  @Test(
    "No example in a command's help is wider than a terminal.",
    arguments: [
      "help", "run", "preview", "check", "plan", "new", "docs", "schema", "clean", "doctor", "work",
    ])
  func help(_ command: String) throws {
    try with(Self.good, [command, "--help"]) { run, _ in
      let examples = run.output.split(separator: "\n").filter { $0.hasPrefix("  tunebook ") }
      #expect(!examples.isEmpty || command == "doctor")
      // What is wider is broken, and its rest begins at the margin.
      #expect(!run.output.contains(/\n  tunebook [^\n]*\n[a-z]/))
    }
  }

  @Test("A false claim gives a page and exit code 1, and its place with the values it was judged by.")
  func falseClaim() throws {
    let claims = "```{expect}\n- run.epochs > 5\n- not run.epochs < run.parameters\n```\n"
    try with(Self.good + claims, ["run", "book.md"]) { run, folder in
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          """
          book.md:19:3: error: the claim is false: run.epochs > 5 (2 against 5) [TB-R-103]
           19 | - run.epochs > 5
              |   ^^^^^^^^^^^^^^
          """))
      #expect(run.errors.contains("not run.epochs < run.parameters (run.epochs is 2, run.parameters is 6)"))
      #expect(run.errors.contains("0 of 2 claims hold"))
      #expect(exists("Output/book.html", in: folder))
    }
  }

  @Test("Cells that failed or were skipped and claims that were not checked are said at their places.")
  func failures() throws {
    let notebook =
      Self.good.replacingOccurrences(of: "epochs: 2", with: "eval: false\nallow: uncomputed")
      + "```{plot}\nfits: run\n```\n\n```{expect}\n- run.loss < 1\n```\n"
    try with(notebook, ["run", "book.md"]) { run, _ in
      #expect(run.status == 0)
      #expect(
        run.errors.contains("book.md:19:5: warning: plot at line 19 was skipped because run has no result"))
      #expect(run.errors.contains("book.md:24:3: warning: the claim was not checked: run.loss < 1"))
      #expect(run.errors.contains("0 of 1 claims hold, 1 not checked"))
    }
    try with(notebook, ["run", "book.md", "--strict", "--quiet"]) { run, folder in
      #expect(run.status == 1)
      #expect(run.errors.contains("warning: the claim was not checked: run.loss < 1"), "\(run.errors)")
      #expect(exists("Output/book.html", in: folder))
    }
    let wild = Self.good.replacingOccurrences(
      of: "epochs: 2",
      with:
        "loss: mean_squared_error\nbatch_size: 30\noptimizer: {sgd: {learning_rate: 1e38}}\nvalidation_data: data"
    ).replacingOccurrences(of: "activation: softmax", with: "activation: linear")
    try with(wild, ["run", "book.md"]) { run, _ in
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "book.md:12:10: error: run failed: the loss on the validation data is not a finite number after epoch 1"
        ),
        "\(run.errors)")
    }
  }

  @Test("A wrong notebook gives every mistake, exit code 2, and no page.")
  func wrongNotebook() throws {
    try with(Self.good + "```{fit}\nfrom: run\nepoch: 3\nseed: x\n```\n", ["run", "book.md"]) { run, folder in
      #expect(run.status == 2)
      #expect(run.errors.contains("book.md:20:1: error: fit has no option \"epoch\""))
      #expect(run.errors.contains("book.md:21:7: error: \"seed\" must be an integer"))
      #expect(run.errors.contains("2 errors; nothing was run"))
      #expect(!exists("Output", in: folder))
    }
  }

  @Test(
    "What the command line gets wrong is said, with exit code 2.",
    arguments: [
      (["run", "missing.md"], "there is no file"),
      (["run", "bok.md"], "bok.md: error: there is no file of this name; did you mean \"book.md\"?"),
      (
        ["run", "book.md", "other/book.md", "-o", "both.html"],
        "both.html takes one page, and there are 2 notebooks"
      ),
      (["run", "book.md", "--outpt", "site"], "Did you mean '--output'?"),
      (["run", "a\u{1B}[31m.md"], "a\u{FFFD}[31m.md: error: there is no file"),
      (["run", "book.md", "--job\u{1B}[31m"], "--job\u{FFFD}[31m"),
      (["run", "book.md", "--job", "2"], "--job"),
      (["run", "book.md", "--jobs", "0"], "a whole number of at least 1, not 0"),
      (["run", "book.md", "-P", "rate=1"], "has no parameter \"rate\""),
      (["run", "book.md", "-P", "rate"], "-P name=value"),
      (["run", "book.md", "-P", " =1"], "-P name=value"),
      (["run", "data.csv"], "a notebook's name ends in .md"),
      (["run", "book.md", "--results", "book.md"], "must end in .json"),
      (["run", "book.md", "--trials", "trials.json"], "must end in .csv"),
      (
        ["run", "book.md", "--trials", "trials.csv"],
        "--trials writes the trials of sweeps, and book.md has none"
      ),
      (["run", "book.md", "other/book.md", "--trials", "t.csv"], "--trials names one file, and there are 2"),
      (["run", "book.md", "./book.md"], "./book.md is given twice"),
      (["run", "book.md", "other/book.md"], "would both be written to book.html"),
      (["run", "book.md", "other/book.md", "-o", "-"], "there are 2 notebooks"),
      (["run", "book.md", "other/book.md", "--results", "r.json"], "there are 2 notebooks"),
      (["run", "book.md", "--results", "other.json"], "there is a folder with that name"),
      (["run", "book.md", "--results", "data.csv/r.json"], "data.csv is a file, not a folder"),
      (["run", "book.md", "--results", "/proc/r.json"], "/proc/r.json cannot be written: "),
      (["run", "book.md", "-o", "data.csv"], "data.csv is a file, not a folder"),
      (["run", "book.md", "-o", "data.csv/sub"], "data.csv is a file, not a folder"),
      (["run", "book.md", "-o", "/proc"], "/proc/book.html cannot be written: "),
      (["run", "book.md", "-o", ""], "--output is empty"),
      (["run", "book.md", "-o", "-", "--results", "-"], "Only one of"),
      (["run", "book.md", "-P", "a=1", "-P", "a=2"], "The parameter a is set more than once"),
      (["run", "book.md", "--jobs", "-1"], "a whole number of at least 1, not -1"),
      (["run", "book.md", "--jobs", "x"], "a whole number of at least 1, not x"),
      (["run", "-"], "not from standard input"),
      (["run", "book.md", "--data-dir", "data.csv"], "data.csv is a file, not a folder"),
      (["check", "book.md", "--data-dir", "nowhere"], "the data folder \"nowhere\" does not exist"),
      (["doctor", "--data-dir", "nowhere"], "the data folder \"nowhere\" does not exist"),
      (["rum", "book.md"], "there is no command \"rum\"; did you mean \"run\"?"),
      (["book.md"], "tunebook run book.md"),
    ])
  func wrongCommandLine(_ arguments: [String], _ message: String) throws {
    try with(Self.good, arguments) { run, folder in
      #expect(run.status == 2)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!run.errors.contains("Usage: tunebook <subcommand>"))
      #expect(!exists("Output", in: folder))
    }
  }

  @Test("Folders that are missing are made, for pages and for results.")
  func folders() throws {
    try with(Self.good, ["run", "book.md", "-o", "site/pages", "--results", "site/results/r.json"]) {
      run, folder in
      #expect(run.status == 0, "\(run.errors)")
      #expect(exists("site/pages/book.html", in: folder) && exists("site/results/r.json", in: folder))
    }
  }

  @Test("A page may have a name of its own.")
  func ownName() throws {
    try with(Self.good, ["run", "book.md", "--output", "site/first.html"]) { run, folder in
      #expect(run.status == 0, "\(run.errors)")
      #expect(exists("site/first.html", in: folder) && !exists("Output", in: folder))
      #expect(!exists("site/book.html", in: folder))
    }
  }

  @Test("A full disk is named, with exit code 1, and leaves no half-written file.")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else {
      print("SKIPPED: there is no /dev/full here to stand for a full disk")
      return
    }
    try with(Self.good, ["run", "book.md", "--results", "/dev/full"]) { run, _ in
      #expect(run.status == 1)
      #expect(run.errors.contains("/dev/full cannot be written: no space left on device\n"), "\(run.errors)")
    }
  }

  @Test("A full standard output is named, with exit code 1.")
  func fullStandardOutput() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else {
      print("SKIPPED: there is no /dev/full here to stand for a full disk")
      return
    }
    try with(Self.good, ["run", "book.md", "-o", "-"], standardOutput: "/dev/full") { run, _ in
      #expect(run.status == 1)
      #expect(run.errors.contains("standard output cannot be written: no space left on device\n"))
    }
  }

  @Test("Ctrl-C ends with exit code 130 and writes no page, while every core is training.")
  func interrupted() throws {
    let others = (0..<4).map { "```{fit}\nfrom: run\nseed: \($0)\n```\n" }.joined()
    let long = Self.good.replacingOccurrences(of: "epochs: 2", with: "epochs: 100000") + others
    try with(long, ["run", "book.md"], interruptAt: "Epoch 2/") { run, folder in
      #expect(run.status == 130, "\(run.errors.suffix(300))")
      // It depends on the machine if an epoch is stored by then.
      let said = /book\.md: interrupted, no page was written(\n|; run again to go on from the )/
      #expect(run.errors.contains(said))
      #expect(!exists("Output/book.html", in: folder))
    }
  }

  @Test("The page and the results go to standard output when asked, and equal those of any other run.")
  func sameBytes() throws {
    try with(Self.good, ["run", "book.md", "-o", "-", "--jobs", "1"]) { one, folder in
      let two = try CommandRun(["run", "book.md", "-o", "-", "--jobs", "2"], in: folder)
      #expect(one.output.hasPrefix("<!doctype html>") || one.output.hasPrefix("<!DOCTYPE html>"))
      #expect(one.output == two.output)
    }
  }

  @Test("Parameters set on the command line are part of the page's name, by their names, in whatever order.")
  func parameterInName() throws {
    let notebook =
      "---\nparams: {rounds: 2, batch: 8}\n---\n"
      + Self.good.replacingOccurrences(of: "epochs: 2", with: "epochs: ${rounds}\nbatch_size: ${batch}")
    try with(notebook, ["run", "book.md", "-P", "rounds=3", "-Pbatch=4"]) { run, folder in
      #expect(run.status == 0, "\(run.errors)")
      #expect(exists("Output/book.batch=4.rounds=3.html", in: folder))
    }
    try with(notebook, ["run", "book.md", "-P", "rounds=many"]) { run, _ in
      #expect(run.status == 2)
      #expect(run.errors.contains("book.md:2:18: error: the parameter \"rounds\" must be an integer"))
    }
  }

  @Test("check finds mistakes as text and as JSON, and trains nothing.")
  func check() throws {
    try with(Self.good, ["check", "book.md"]) { run, folder in
      #expect(run.status == 0)
      #expect(run.errors.contains("book.md: no mistakes in 3 cells"))
      let json = try CommandRun(["check", "book.md", "--format", "json"], in: folder)
      #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String] == [])
      #expect(!exists("Output", in: folder))
    }
  }

  @Test(
    "What keeps a notebook from being read or its parameters from being set is among the findings of check.")
  func unreadable() throws {
    try with(Self.good, []) { _, folder in
      try Data([0x23, 0x20, 0xE9, 0x0A]).write(to: folder.appendingPathComponent("latin.md"))
      let text = try CommandRun(["check", "latin.md"], in: folder)
      #expect(
        text.errors == """
          latin.md:1:3: error: the byte 0xE9 is not UTF-8 [TB-N-105]
           1 | # \u{FFFD}
             |   ^
            = help: save it as UTF-8

          1 error

          """)
      let run = try CommandRun(
        ["check", "latin.md", "none.md", "book.md", "-P", "a=1", "--format", "json"], in: folder)
      #expect(run.status == 2)
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
      #expect(findings.map { $0["code"] as? String } == ["TB-N-105", "TB-N-101", "TB-C-101"])
      #expect(findings.map { $0["file"] as? String } == ["latin.md", "none.md", "book.md"])
    }
  }

  @Test("check --fix corrects what is plain, leaves every other byte, and says what remains.")
  func fix() throws {
    let wrong =
      "\u{FEFF}"
      + (Self.good + "日本\n\n```{fit}\nfrom: runn\nepoch: 3\nbatch_size: \"8\"\nseed: x\n```\n")
      .replacingOccurrences(of: "\n", with: "\r\n")
    try with(wrong, ["check", "book.md"]) { run, folder in
      #expect(run.errors.contains("4 errors; `tunebook check --fix` mends 3"), "\(run.errors)")
      let file = folder.appendingPathComponent("book.md")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      let fix = try CommandRun(["check", "--fix", "book.md"], in: folder)
      #expect(fix.status == 2)
      #expect(fix.errors.hasPrefix("book.md: 3 mistakes corrected\n"), "\(fix.errors)")
      #expect(fix.errors.contains("\"seed\" must be") && fix.errors.hasSuffix("1 error\n"), "\(fix.errors)")
      let corrected = wrong.replacingOccurrences(of: "runn", with: "run")
        .replacingOccurrences(of: "epoch:", with: "epochs:").replacingOccurrences(of: "\"8\"", with: "8")
      #expect(try Data(contentsOf: file) == Data(corrected.utf8))
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }

  @Test("check --fix does not touch a notebook without anything to correct.")
  func nothingToFix() throws {
    try with(Self.good + "```{fit}\nfrom: run\nseed: x\n```\n", []) { _, folder in
      let file = folder.appendingPathComponent("book.md").path
      let before = try FileManager.default.attributesOfItem(atPath: file)
      let run = try CommandRun(["check", "--fix", "book.md"], in: folder)
      #expect(run.status == 2 && !run.errors.contains("corrected"))
      let after = try FileManager.default.attributesOfItem(atPath: file)
      #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
      #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    }
  }
}
