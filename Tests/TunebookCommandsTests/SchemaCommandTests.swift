import Foundation
import NotebookRunner
import Testing

@Suite struct SchemaCommandTests {
  private func schema(_ directive: String...) throws -> CommandRun {
    let folder = try CommandRun.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try CommandRun(["schema"] + directive, in: folder)
  }

  private func object(_ run: CommandRun) throws -> [String: Any] {
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("Each directive has a schema with all of its options, their help and their defaults.")
  func everyOption() throws {
    let definitions = try #require(try object(schema())["$defs"] as? [String: Any])
    for member in Directives.catalogue.described {
      let one = try object(schema(member.name))
      #expect(one["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      let listed = try #require(definitions[member.name] as? [String: Any])
      for body in [one, listed] {
        #expect(body["description"] as? String == member.abstract)
        let choices = body["anyOf"] as? [[String: Any]] ?? []
        let mapping = body["properties"] == nil ? try #require(choices.last) : body
        let properties = try #require(mapping["properties"] as? [String: [String: Any]])
        let options = member.options() + Directives.cellOptions(of: member.name)
        #expect(Set(properties.keys) == Set(options.map(\.name)))
        for option in options {
          #expect(properties[option.name]?["description"] as? String == option.help)
          #expect(
            (properties[option.name]?["default"] == nil) == (option.defaultValue == nil), "\(option.name)")
        }
      }
    }
  }

  @Test("The front matter has a schema too.")
  func frontMatter() throws {
    let properties = try #require(try object(schema("front_matter"))["properties"] as? [String: Any])
    #expect(properties["lang"] != nil && properties["params"] != nil && properties["epochs"] == nil)
    let definitions = try #require(try object(schema())["$defs"] as? [String: Any])
    #expect(definitions["front_matter"] != nil)
  }

  @Test("Every reference within a schema leads to a definition.")
  func references() throws {
    let run = try schema("model")
    let definitions = try #require(try object(run)["$defs"] as? [String: Any])
    let names = run.output.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.1) }
    #expect(names.contains("layer") && names.contains("parameter"))
    #expect(Set(names).subtracting(definitions.keys).isEmpty)
  }

  @Test("Ranges, choices and members are those of the options.")
  func forms() throws {
    let fit = try schema("fit").output
    #expect(fit.contains("\"minimum\": 1,\n") && fit.contains("\"maximum\": 100000\n"))
    #expect(fit.contains("\"const\": \"sgd\""))
    #expect(try schema("show").output.contains(#""enum": ["train","validation","test"]"#))
  }

  @Test("A directive that is not there is refused with the one that was meant.")
  func unknown() throws {
    let run = try schema("fitt")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("there is no directive \"fitt\"; did you mean \"fit\"?"))
  }
}
