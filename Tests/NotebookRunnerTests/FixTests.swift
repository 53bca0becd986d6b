import Diagnostics
import Testing

@Suite struct FixTests {
  @Test(
    "What a message asks whether it was meant, the fix puts in, and the message is gone.",
    arguments: PlannerDiagnosticsTests.mistakes.filter {
      $0.message.contains("did you mean") && !$0.message.hasPrefix("a plot takes")
    })
  func meant(_ mistake: PlannerDiagnosticsTests.Mistake) throws {
    let notebook = try TestNotebook(mistake.notebook)
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.contains { $0.message == mistake.message })
    let fixed = FixedSource(notebook.source, diagnostics: found)
    #expect(fixed.count > 0)
    let mended = try TestNotebook(String(decoding: fixed.utf8, as: UTF8.self))
    defer { mended.remove() }
    #expect(try !mended.plan().diagnostics.contains { $0.message == mistake.message })
  }

  @Test(
    "What may be another word is suggested, and not put in.",
    arguments: [
      "```{plot}\nfits: quick\nmetrics: [val_accuracy.best]\n```\n",
      "```{plot}\nfits: quick\nmetrics: val_loss\n```\n",
      "```{fit} run_2\nfrom: quick\n```\n\n```{plot}\nfits: run_3\n```\n",
      "```{fit}\nfrom: quick\noptimizer: {sgd: {learning_rate: 1,000}}\n```\n",
    ])
  func suggested(_ cell: String) throws {
    let notebook = try TestNotebook(TestNotebook.flowerCells + cell)
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(
      found.hasErrors && FixedSource(notebook.source, diagnostics: found).count == 0,
      "\(found.map(\.message))")
  }

  @Test("A parameter is corrected within its braces, and a value that a parameter gave is left alone.")
  func parameters() throws {
    let notebook = try TestNotebook(
      "---\nparams: {rounds: 3, what: quik}\n---\n" + TestNotebook.flowerCells
        + "```{fit}\nfrom: quick\nepochs: ${round}\n```\n\n```{plot}\nfits: [\"${what}\"]\n```\n")
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.contains { $0.message.contains("named \"quik\"; did you mean \"quick\"") })
    let fixed = FixedSource(notebook.source, diagnostics: found)
    #expect(fixed.count == 1)
    let text = String(decoding: fixed.utf8, as: UTF8.self)
    #expect(text.contains("epochs: ${rounds}\n") && text.contains("{rounds: 3, what: quik}"))
  }
}
