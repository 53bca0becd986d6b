import Engine
import NotebookResults
import NotebookSyntax
import Options
import Writing

/// Front matter and cell bodies as JSON Schema (draft 2020-12), for editors that complete and check YAML.
///
/// It accepts everything that may be valid; some errors show only when the whole notebook is checked.
package struct DirectiveSchema {
  private let reference: Reference
  private let directives: Reference.Section

  package init(_ reference: Reference = Reference()) {
    self.reference = reference
    directives = reference.directives
  }

  /// All directives, each under `$defs` by its name.
  package var all: JSON {
    .object([
      Self.dialect, ("title", .string("The YAML of Tunebook's notebooks")),
      ("$defs", .object(parts.map { ($0.name, .object($0.body)) } + kinds)),
    ])
  }

  /// Returns one directive's body or the front matter, or `nil` if there is no such part.
  package func part(_ name: String) -> JSON? {
    parts.first { $0.name == name }.map { part in
      .object([Self.dialect] + part.body + [("$defs", .object(kinds))])
    }
  }

  package var names: [String] { parts.map(\.name) }

  private var parts: [(name: String, body: [(String, JSON)])] {
    directives.entries.map { ($0.name, body(of: $0)) }
      + [(Reference.frontMatter, OptionSchema.object(FrontMatter.declarations, requiring: []))]
  }

  private static let dialect = ("$schema", JSON.string("https://json-schema.org/draft/2020-12/schema"))
  private static let repetition = "repeated_layers"

  private func body(of entry: Reference.Entry) -> [(String, JSON)] {
    var options = OptionSchema.object(entry.allOptions, requiring: [])
    let required = entry.options.filter(\.isRequired).map { JSON.string($0.name) }
    if !required.isEmpty {
      // Options that are missing here may come from another cell.
      options.append(
        (
          "anyOf",
          .array([
            .object([("required", .array(required))]), .object([("required", .array([.string("from")]))]),
          ])
        ))
    }
    let title = [("title", JSON.string(entry.name)), ("description", .string(entry.abstract))]
    guard let list = entry.options.first(where: { $0.name == Directives.listOptions[entry.name] }) else {
      return title + options
    }
    return title + [("anyOf", .array([OptionSchema.form(list.form), .object(options)]))]
  }

  /// The definitions that options refer to: the members of each kind, by its name, and the parameter.
  private var kinds: [(String, JSON)] {
    let kinds = reference.kinds.map { section in
      (OptionSchema.key(section.subject), JSON.object(kind(section)))
    }
    return kinds + [
      (
        Self.repetition,
        .object(OptionSchema.object(LayerList.declarations, requiring: LayerList.declarations))
      ),
      (
        OptionSchema.parameter,
        .object([
          ("description", .string("The value of a parameter.")), ("type", .string("string")),
          ("pattern", .string("\\$\\{[a-z][a-z0-9_]*\\}")),
        ])
      ),
    ]
  }

  private func kind(_ section: Reference.Section) -> [(String, JSON)] {
    var choices = section.entries.flatMap { entry -> [JSON] in
      let description = ("description", JSON.string(entry.abstract))
      let named = JSON.object([
        description, ("type", .string("object")),
        ("properties", .object([(entry.name, OptionSchema.member(entry.options))])),
        ("required", .array([.string(entry.name)])), ("additionalProperties", .bool(false)),
      ])
      let needsOptions = entry.options.contains(where: \.isRequired)
      return needsOptions ? [named] : [.object([("const", .string(entry.name)), description]), named]
    }
    if section.subject == Layers.catalogue.subject { choices.append(OptionSchema.reference(Self.repetition)) }
    choices.append(OptionSchema.reference(OptionSchema.parameter))
    return [("title", .string(section.subject)), ("oneOf", .array(choices))]
  }
}
