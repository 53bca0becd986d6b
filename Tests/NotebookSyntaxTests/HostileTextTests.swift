import Diagnostics
import Foundation
import NotebookSyntax
import Testing

/// Texts at which time once grew with the square of their length.
@Suite(.serialized) struct HostileTextTests {
  struct Text: CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) {
      testDescription = description
      self.text = text
    }
  }

  static let texts = [
    Text("pictures", String(repeating: "![a](b.png) ", count: 1_300)),
    Text("values in HTML", String(repeating: "<b a='{value}`a`'>x</b> ", count: 1_000)),
    Text("missing footnotes", (0..<1_000).map { "x[^n\($0)]" }.joined(separator: " ")),
    Text("templates", (0..<1_000).map { "{{ a\($0) }}" }.joined(separator: " ")),
    Text("bare values", (0..<1_000).map { "value`a\($0)`" }.joined(separator: " ")),
    Text("unknown commands of formulas", (0..<300).map { "$\\foo{\($0)}$" }.joined(separator: " ")),
    Text("an unknown command in many formulas", String(repeating: "$\\foo$ ", count: 1_000)),
    Text("one word of a formula", "$\\mathrm{" + String(repeating: "x", count: 10_000) + "}$"),
    Text(
      "a list on one line",
      "```{load} d\na: [" + (0..<2_000).map { "é\($0)" }.joined(separator: ",") + "]\n```"),
    Text("formulas on one line", String(repeating: "$a$ ", count: 10_000)),
    Text("labels of formulas", (0..<1_000).map { "$$a$$ {#eq-a\($0)} @eq-a\($0)" }.joined(separator: " ")),
    Text("emphases beside links", String(repeating: "*a* [a](b) ", count: 10_000)),
  ]

  @Test(
    "A thousand of something on one line and more are read in linear time.", .timeLimit(.minutes(5)),
    arguments: texts)
  func read(text: Text) {
    let source = SourceFile(path: "a.md", text: text.text)
    let diagnostics = NotebookParser.parse(source).diagnostics
    _ = DiagnosticText(source: source).render(diagnostics)
    #expect(diagnostics.count < 1_501)
  }

  @Test("Prose with too many links between two empty lines is refused; with more empty lines it is read.")
  func tangled() {
    let line = String(repeating: "*a* [a](b) ", count: 500)
    func codes(separator: String) -> [String] {
      let text = Array(repeating: line, count: 10).joined(separator: separator)
      return NotebookParser.parse(SourceFile(path: "a.md", text: text)).diagnostics.map(\.code)
    }
    #expect(codes(separator: "\n") == [SyntaxProblem.tangledProse.code])
    #expect(codes(separator: "\n\n").isEmpty)
    #expect(codes(separator: "\n```\n```\n").isEmpty)
  }

  @Test(
    "YAML that nests beyond reason is refused before it is parsed.",
    arguments: [
      "a: " + String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000),
      "a: " + String(repeating: "{a: ", count: 900) + String(repeating: "}", count: 900),
      String(repeating: "- ", count: 900) + "a", String(repeating: "? ", count: 900) + "a",
      (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
  func deep(yaml: String) {
    let diagnostics = NotebookParser.parse(SourceFile(path: "a.md", text: "---\n\(yaml)\n---\n")).diagnostics
    #expect(diagnostics.map(\.code) == [YAMLProblem.tooDeep(limit: 0).code])
  }

  @Test("An alias that stands for itself many times over is refused.")
  func aliases() {
    let lines = (1..<10).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1), *b\($0 - 1)]\n" }.joined()
    let text = "```{load} d\nb0: &b0 [x, x]\n\(lines)```\n"
    let diagnostics = NotebookParser.parse(SourceFile(path: "a.md", text: text)).diagnostics
    #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { $0.code == YAMLProblem.reserved("*").code })
  }

  @Test("A notebook and a file of parameters have a greatest size.")
  func size() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("size-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String, bytes: Int) throws -> String {
      let url = folder.appendingPathComponent(name)
      try Data(repeating: UInt8(ascii: "a"), count: bytes).write(to: url)
      return url.path
    }
    let large = try path("large.md", bytes: NotebookFile.sizeLimit + 1)
    let error = #expect(throws: UnreadableNotebook.self) { try NotebookFile.read(path: large) }
    #expect(error?.diagnostic.code == NotebookFileProblem.tooLarge(limit: 0).code)
    #expect(error?.diagnostic.message == "the file is larger than 10 MB")
    #expect(try NotebookFile.read(path: path("small.md", bytes: 1_000)).utf8.count == 1_000)
    let file = ParameterFile(path: try path("large.yaml", bytes: ParameterFile.sizeLimit + 1))
    #expect(file.diagnostics.map(\.code) == [ParameterFileProblem.tooLarge(limit: 0).code])
  }
}
