import Testing

@Suite struct UnrecordedResultTests {
  @Test(
    "What is read and not recorded is answered with what to write.",
    arguments: [
      ("bare.accuracy", "write `metrics: [accuracy]` in the fit, or in the one it is `from`"),
      (
        "bare.val_accuracy",
        "write `metrics: [accuracy]` and `validation_data` or `validation_split` in the fit, or in the one it is `from`"
      ),
      ("quick.layers", "write `measure: each_layer` in the fit"),
      ("report.roc_auc", "write `curves: [roc]`, and `pos_label` if there are several classes"),
      ("report.outcomes", "write `pos_label`, the class to tell from the rest"),
    ])
  func remedy(_ path: String, _ remedy: String) throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{fit} bare\nfrom: quick\nmetrics: []\nvalidation_data: null\n```\n\n```{evaluate} report\nfit: quick\n```\n\n"
        + "It is {value}`\(path)`.\n")
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics.filter { $0.code == "TB-X-107" }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("did you mean") == false && found.first?.correction == nil)
    #expect(found.first?.help?.hasPrefix(remedy + "; it has: ") == true, "\(found.first?.help ?? "")")
  }

  @Test("What one option left out brings about is reported once, with its other places.")
  func once() throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{fit} bare\nfrom: quick\nmetrics: []\n```\n\n```{fit} longer\nfrom: bare\nepochs: 9\n```\n\n"
        + "{value}`bare.accuracy`, {value}`longer.accuracy`, {value}`bare.accuracy.best` {value}`bare.wrong`\n"
    )
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.map(\.code) == ["TB-X-107", "TB-X-107"])
    #expect(found.map(\.notes.count) == [2, 0])
    #expect(found.last?.message == "bare has no result \"wrong\"")
  }

  @Test(
    "Only what has an order is said to have a best, a first and a last.",
    arguments: [
      ("quick.loss[3]", true), ("report.confusion_matrix[3]", false),
    ])
  func help(_ path: String, _ isSeries: Bool) throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{evaluate} report\nfit: quick\n```\n\nIt is {value}`\(path)`.\n")
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics.filter { $0.code == "TB-X-109" }
    #expect(found.map { $0.help != nil } == [isSeries])
  }
}
