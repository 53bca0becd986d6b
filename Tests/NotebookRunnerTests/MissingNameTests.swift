import Diagnostics
import Testing

/// A name that nothing has is one mistake, however often it is used.
@Suite struct MissingNameTests {
  private static let uses = """
    ```{fit} longer
    from: quick
    epochs: ${rounds}
    ```

    ```{fit} longest
    from: longer
    epochs: ${rounds}
    ```

    The loss is {value}`quick.loss` after {value}`params.rounds`, and {value}`longer.loss` after more.

    ```{expect}
    - quick.loss > longer.loss
    ```

    """

  @Test(
    "It is reported where it is used first, with a note for each other place, and mended in all of them.",
    arguments: [
      ("{fit} quick", "{fit} quicker", "TB-P-104", 2), ("{model} small", "{model} smlal", "TB-P-104", 0),
      ("{load} flowers", "{load} flowres", "TB-P-104", 1), ("rounds: 9", "ruonds: 9", "TB-O-111", 2),
    ])
  func once(_ from: String, _ to: String, code: String, notes: Int) throws {
    let whole = "---\nparams: {rounds: 9}\n---\n\n" + TestNotebook.flowerCells + Self.uses
    let notebook = try TestNotebook(whole.replacing(from, with: to))
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
    #expect(found.map(\.notes.count) == [notes])

    let fixed = FixedSource(notebook.source, diagnostics: found)
    #expect(fixed.count == 1)
    let mended = try TestNotebook(String(decoding: fixed.utf8, as: UTF8.self))
    defer { mended.remove() }
    #expect(try mended.plan().plan != nil)
  }

  @Test("What is no parameter's name alone is not replaced by one, and the prefix of sentences is taken off.")
  func calculations() throws {
    func found(_ name: String) throws -> [Diagnostic] {
      let notebook = try TestNotebook(
        "---\nparams: {rounds: 9}\n---\n\n" + TestNotebook.flowerCells
          + "```{fit} longer\nfrom: quick\nepochs: ${rounds}\n```\n\n```{fit} other\nfrom: quick\nepochs: ${\(name)}\n```\n"
      )
      defer { notebook.remove() }
      return try notebook.plan().diagnostics
    }
    #expect(try found("rounds*2").map(\.correction) == [nil])
    #expect(try found("params.rounds").map(\.correction) == [.replace("${params.rounds}", with: "${rounds}")])
  }
}
