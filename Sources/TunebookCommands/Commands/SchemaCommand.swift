import ArgumentParser
import NotebookRunner

/// The `tunebook schema` command, which prints the JSON Schema of front matter and cells for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Writes JSON Schemas of front matter and cells, for editors that complete and check YAML.",
    discussion: """
      Examples:
        tunebook schema > tunebook.schema.json   all directives and front_matter
        tunebook schema fit > fit.schema.json    one of them
      """)

  @Argument(help: "A directive, or front_matter; by default, all of them.")
  var part: String?

  func run() throws {
    let schema = DirectiveSchema()
    guard let part else { return print(schema.all.indented) }
    guard let one = schema.part(part) else { throw ReferenceProblem.noSchema(part, known: schema.names) }
    print(one.indented)
  }
}
