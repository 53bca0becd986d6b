import Diagnostics
import NotebookSyntax
import Options
import Testing

@Suite struct FrontMatterTests {
  @Test(
    "Text keeps the letters it was written with, whatever type they would have by themselves.",
    arguments: ["1.10", "1e3", "007", "1.0", "True", "+5", "0x10", "1_000"])
  func spelling(_ written: String) {
    let (document, found) = NotebookParser.parse(
      SourceFile(path: "n.md", text: "---\ntitle: \(written)\nauthor: \(written)\n---\n"))
    #expect(
      found.isEmpty && document.frontMatter.title?.text == written && document.frontMatter.author == written)
  }

  @Test("Front matter below empty lines is named, and its parameters are not held to be missing.")
  func notFirst() {
    let notebook = MarkedNotebook("\n \n1️⃣---2️⃣\nparams: {a: 1}\n---\n\n{value}`params.a`\n")
    #expect(notebook.diagnostics.map(\.code) == ["TB-F-108"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(!notebook.document.frontMatter.areParametersKnown)
    for text in ["\n---\n\nProse.\n\n---\n", "\n---\na: b\n", "Text\n\n---\na: b\n---\n", "\n", ""] {
      #expect(MarkedNotebook(text).diagnostics.isEmpty, "\(text)")
    }
  }

  @Test(
    "A line that is nearly one of three dashes is named, and mended together with the other one.",
    arguments: [
      "--\na: 1\n---\n", "----\na: 1\n----\n", "+++\na = 1\n+++\n", "—\na: 1\n—\n",
      "---\na: 1\n# b\n--\nText",
      "---\na:\n  - 1\n- 2\n\n...\n", " ---\na: 1\n---\n", "--\na: 1\nb: [\n]\n--\n",
    ])
  func mistyped(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-F-109"])
    #expect(!notebook.document.frontMatter.areParametersKnown)
    let source = SourceFile(path: "a.md", text: text)
    let fixed = FixedSource(source, diagnostics: notebook.diagnostics)
    #expect(fixed.count == 1)
    let lines = String(decoding: fixed.utf8, as: UTF8.self).split(separator: "\n")
    #expect(lines.filter { $0.trimmingPrefix(" ") == "---" }.count == 2)
  }

  @Test(
    "What prose has of dashes is none.",
    arguments: [
      "----\n\nText\n\n----\n", "--\na: b\n", "----\nText\n----\n", "+++\nText: more\nand more\n+++\n",
      "--\n",
    ])
  func noFrontMatter(text: String) {
    #expect(MarkedNotebook(text).diagnostics.isEmpty)
  }

  @Test("Every key is read.")
  func whole() throws {
    let notebook = MarkedNotebook(
      """
      ---
      title: Tuning to {value}`1️⃣relu.val_accuracy | percent(1)2️⃣`
      subtitle: "A ladder"
      author: Someone
      date: 2024-01-31
      description: What it is.
      lang: ja
      seed: 7
      params: {epochs: 5, 3️⃣rate4️⃣: 5️⃣0.16️⃣}
      toc: false
      theme: dark
      ---
      Text
      """)
    #expect(notebook.diagnostics.isEmpty)
    let front = notebook.document.frontMatter
    let values = NotebookParser.parseInlineText(try #require(front.title)).values
    #expect(values.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(values.map(\.expression) == ["relu.val_accuracy | percent(1)"])
    #expect(front.author == "Someone" && front.date == "2024-01-31" && front.description == "What it is.")
    #expect(front.language == .ja && front.seed == 7 && !front.showsContents && front.theme == .dark)
    #expect(front.parameters.map(\.name) == ["epochs", "rate"])
    #expect(front.parameters.map(\.value) == [5, 0.1])
    #expect(front.parameters.last?.nameRange == notebook.range("3️⃣", "4️⃣"))
    #expect(front.parameters.last?.value.range == notebook.range("5️⃣", "6️⃣"))
    #expect(notebook.document.blocks.count == 1)
  }

  @Test(
    "A notebook without front matter, or with an empty one, has the defaults.",
    arguments: [
      "# A\n", "---\n---\n# A\n", "---  \r\n# remark\r\n---\t\r\n# A\r\n",
    ])
  func defaults(text: String) {
    let notebook = MarkedNotebook(text)
    let front = notebook.document.frontMatter
    #expect(notebook.diagnostics.isEmpty)
    #expect(front.title == nil && front.language == .en && front.seed == 0 && front.parameters.isEmpty)
    #expect(front.showsContents && front.theme == .auto)
    #expect(notebook.document.blocks.count == 1)
  }

  @Test("Dashes further down are no front matter.")
  func thematicBreak() {
    let notebook = MarkedNotebook("Prose.\n\n---\ntitel: x\n---\n")
    #expect(notebook.diagnostics.isEmpty && notebook.document.frontMatter.title == nil)
  }

  @Test(
    "Front matter without an end is an error, and the text is still read.",
    arguments: ["", "\n", "\ntitle: x\n\n```{fit}\na: [\n```\n"])
  func unclosed(rest: String) {
    let notebook = MarkedNotebook("1️⃣---2️⃣\(rest)")
    #expect(notebook.diagnostics.first?.code == FrontMatterProblem.unclosed.code)
    #expect(notebook.diagnostics.first?.range == notebook.range("1️⃣", "2️⃣"))
    #expect(notebook.diagnostics.count == (rest.contains("fit") ? 2 : 1))
  }

  struct Mistake: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }
  }

  @Test(
    "A mistake is reported at its place.",
    arguments: [
      Mistake(
        text: "1️⃣titel2️⃣: x", message: "the front matter has no option \"titel\"; did you mean \"title\"?"),
      Mistake(text: "lang: 1️⃣de2️⃣", message: "\"lang\" must be one of en, ja, not \"de\""),
      Mistake(text: "seed: 1️⃣-12️⃣", message: "\"seed\" must be at least 0, not -1"),
      Mistake(text: "toc: 1️⃣yes2️⃣", message: "\"toc\" must be true or false, not text"),
      Mistake(text: "title: 1️⃣[a]2️⃣", message: "\"title\" must be text, not a list"),
      Mistake(
        text: "params: {a: 1️⃣[1]2️⃣}",
        message: "\"a\" must be a number, text, a flag, or a mapping with a default, not a list"),
      Mistake(text: "params: {1️⃣Epochs2️⃣: 1}", message: "\"Epochs\" cannot be a parameter's name"),
      Mistake(text: "1️⃣- a2️⃣", message: "the front matter must be keys with values"),
      Mistake(text: "title: a1️⃣:2️⃣ b", message: "a value cannot contain a colon with a space after it"),
    ])
  func mistakes(mistake: Mistake) {
    let notebook = MarkedNotebook("---\n\(mistake.text)\n---\n# A\n")
    #expect(notebook.diagnostics.map(\.message) == [mistake.message])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("The keys are declared for the reference.")
  func declarations() {
    #expect(
      FrontMatter.declarations.map(\.name) == [
        "title", "subtitle", "author", "date", "description", "lang", "seed", "params", "toc", "theme",
        "order", "code_fold",
      ])
  }
}
