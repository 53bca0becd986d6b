import ArgumentParser
import NotebookRunner

/// `tunebook schema`: what may stand in a cell's body, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the bodies of cells as JSON Schema, for editors that complete and check YAML.",
    discussion: """
      Examples:
        tunebook schema > tunebook.schema.json        every directive, under $defs
        tunebook schema fit > fit.schema.json         one of them
      """)

  @Argument(help: "A directive; all of them where it is left out.")
  var directive: String?

  func run() throws {
    let schema = DirectiveSchema()
    guard let directive else { return print(schema.all.indented) }
    guard let one = schema.directive(directive) else {
      throw ReferenceProblem.noDirective(directive, known: schema.names)
    }
    print(one.indented)
  }
}
