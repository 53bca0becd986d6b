import Diagnostics
import NotebookSyntax
import Options
import Testing

@Suite struct CaptionTests {
  /// The caption of a cell, and the notebook in which it stands.
  private func caption(_ yaml: String) throws -> (caption: Caption, notebook: MarkedNotebook) {
    let notebook = cell("caption: \(yaml)")
    let text = try #require(notebook.body?["caption"]?.sourceText)
    var parser = CaptionParser()
    return (parser.parse(text), notebook)
  }

  @Test(
    "A caption is read as prose is.",
    arguments: [
      (
        #"'rate $\eta$, **bold**, *slant*, `code`, ~~gone~~'"#,
        "rate math(\\eta), strong(bold), em(slant), `code`, del(gone)"
      ),
      (
        "'[l](https://x.example) and https://y.example'",
        "a<https://x.example >(l) and a<https://y.example >(https://y.example)"
      ),
      ("\"{value}`a.b` of **{value}`c`**\"", "=a.b of strong(=c)"),
      (#"'\$x$ and $5, 2 \* 3 &amp; 4 * 5'"#, "$x$ and $5, 2 * 3 & 4 * 5"),
      ("'a \\{value}`a`'", "a {value}`a`"),
      ("''", ""),
    ])
  func read(_ yaml: String, _ sketch: String) throws {
    let (caption, _) = try caption(yaml)
    #expect(Sketch.of(caption.inlines) == sketch)
    #expect(caption.diagnostics.isEmpty)
  }

  @Test(
    "What opens a block of prose is text in a caption, which is one line.",
    arguments: [
      "# of samples", "- a dash", "1. first", "> more", "    indented", "```", "<div>", "C #", "| a |",
      "[a]: b",
      "***", "===", "[^a]: b",
    ])
  func noBlock(_ text: String) throws {
    let (caption, _) = try caption("'\(text)'")
    let sketch = Sketch.of(caption.inlines)
    #expect(sketch == text.trimmingPrefix { $0 == " " } || sketch == "html(\(text))")
    let lines = try self.caption("|\n  one\n  - two\n  ***\n\n  ===\n").caption
    #expect(Sketch.of(lines.inlines) == "one - two ***  ===")
  }

  @Test("What is wrong in a caption is found where it stands, through the quotes and escapes of YAML.")
  func places() throws {
    let (caption, notebook) = try caption(
      "\"\\x61 1️⃣<br>2️⃣ $3️⃣\\\\foo4️⃣$ 5️⃣[^x]6️⃣ {value}`7️⃣a.b8️⃣`\"")
    #expect(caption.diagnostics.map(\.code).sorted() == ["TB-M-101", "TB-S-156", "TB-S-163"])
    #expect(
      Set(caption.diagnostics.map(\.range))
        == Set(
          [notebook.range("1️⃣", "2️⃣"), notebook.range("3️⃣", "4️⃣"), notebook.range("5️⃣", "6️⃣")]
            .compactMap(\.self)))
    #expect(caption.inlines.values.map(\.range) == [notebook.range("7️⃣", "8️⃣")])
    #expect(caption.inlines.values.map(\.expression) == ["a.b"])
  }

  @Test("A formula between LaTeX's brackets in a caption is warned of as in prose.")
  func escapedBrackets() throws {
    let (caption, notebook) = try caption("'of 1️⃣\\(x^2\\)2️⃣ and \\[1\\]'")
    #expect(caption.diagnostics.map(\.code) == ["TB-M-112"])
    #expect(caption.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("A caption may have what an escape of a parameter leaves, and no values as other tools write them.")
  func leftovers() throws {
    #expect(try caption("'${x} is text'").caption.diagnostics.isEmpty)
    for text in ["{{ a.loss }}", "`{value}a.loss`", "`{python} a`", "value`a.loss`"] {
      let codes = try caption("'after \(text)'").caption.diagnostics.map(\.code)
      #expect(codes.count == 1 && codes[0].hasPrefix("TB-S-15"), "\(text)")
    }
  }

  @Test("A reference in a caption is warned of once, and is text.", arguments: ["-", ":"])
  func reference(_ sign: String) throws {
    let (caption, notebook) = try caption("\"\\x61s in 1️⃣@fig\(sign)curves2️⃣, me@fig\(sign)x\"")
    #expect(caption.diagnostics.map(\.code) == ["TB-S-156"])
    #expect(caption.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(Sketch.of(caption.inlines) == "as in @fig\(sign)curves, me@fig\(sign)x")
  }

  @Test(
    "What is nested too deep or would take too long to parse is refused, also where many captions share it.")
  func limits() throws {
    let deep = try caption(
      "'" + String(repeating: "[", count: 30) + String(repeating: "](a)", count: 30) + "'")
    #expect(deep.caption.diagnostics.allSatisfy { $0.code == "TB-S-111" || $0.code == "TB-S-162" })
    let tangled = String(repeating: "*a ", count: 2500) + String(repeating: "]", count: 2500)
    let text = SourceText(tangled, at: SourceRange(0, tangled.utf8.count))
    var parser = CaptionParser()
    let codes = (0..<20).flatMap { _ in parser.parse(text).diagnostics.map(\.code) }
    #expect(codes.first == "TB-S-158" && codes.count > 10)
  }

  @Test("A picture in a caption is known with its place in the notebook.")
  func pictures() throws {
    let (caption, notebook) = try caption("\"é ![a leaf](1️⃣leaf.png2️⃣)\"")
    #expect(caption.diagnostics.isEmpty && caption.pictures.map(\.address) == ["leaf.png"])
    #expect(caption.pictures.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }
}
