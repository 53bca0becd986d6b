import NotebookSyntax
import Testing

@Suite struct EquationTests {
  private func sketch(_ text: String) -> String { Sketch.of(MarkedNotebook(text).document.blocks) }

  @Test("A label after a displayed formula gives it a number, wherever the formula stands.")
  func labels() {
    #expect(
      sketch("$$a$$ {#eq-a}, $$\nb\n$$   {#eq-b-2}.\n\n> $$\n> c\n> $$ {#eq-c_3}")
        == "p(eq1 a math2(a), eq2 b-2 math2(\nb\n).) quote(p(eq3 c_3 math2(\nc\n)))")
    #expect(sketch("```math {#eq-a}\nx\n```") == "p(eq1 a math2(x))")
    #expect(sketch("| $$a$$ {#eq-a} |\n|-|") == "table<n>(eq1 a math2(a))")
    #expect(sketch("$$\n- b\n= c\n$$ {#eq-a}") == "p(eq1 a math2(\n- b\n= c\n))")
    #expect(sketch("$$a$$\n\n$$b$$ {#eq-b}") == "p(math2(a)) p(eq1 b math2(b))")
  }

  @Test(
    "What is no label of an equation stays as it is written, with a warning at its place.",
    arguments: [
      "$$a$$ 1️⃣{#loss}2️⃣", "$$a$$ 1️⃣{#eq:a}2️⃣", "$$a$$ 1️⃣{#eq-}2️⃣", "$$a$$ 1️⃣{#eq-a b}2️⃣", "$a$ 1️⃣{#eq-a}2️⃣",
      "```math 1️⃣{#a}2️⃣\nx\n```",
    ])
  func foreign(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-M-113"])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.document.equations.isEmpty)
  }

  @Test(
    "Braces that are no attribute, or that begin another line, are text.",
    arguments: ["$$a$$ {x}", "$$a$$ {#eq-a", "$$a$$\n{#eq-a}", "$$a$$ {#eq\n}", "`$$a$$ {#eq-a}`"])
  func text(_ text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.isEmpty && notebook.document.equations.isEmpty)
  }

  @Test("Two equations of one name are refused at the second one, which shows the first.")
  func repeated() {
    let notebook = MarkedNotebook("$$a$$ {#eq-1️⃣a2️⃣}\n\n```math {#eq-3️⃣a4️⃣}\nb\n```")
    #expect(notebook.diagnostics.map(\.code) == ["TB-M-114"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("3️⃣", "4️⃣")])
    #expect(notebook.diagnostics.first?.notes.first?.range == notebook.range("1️⃣", "2️⃣"))
  }

  @Test("A caption holds no label, since nothing refers to its formula.")
  func caption() throws {
    let text = try #require(cell("caption: $$a$$ {#eq-a}").body?["caption"]?.sourceText)
    var parser = CaptionParser()
    #expect(parser.parse(text).diagnostics.map(\.code) == ["TB-S-156"])
  }
}
