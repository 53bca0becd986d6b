import Diagnostics
import NotebookSyntax
import Testing

@Suite struct ParameterFileTests {
  private func read(_ text: String) -> (file: ParameterFile, findings: [String]) {
    let source = SourceFile(path: "s.yaml", text: text)
    let file = ParameterFile(source)
    let findings = file.diagnostics.map { diagnostic in
      let place = source.location(of: diagnostic.range.start)
      return "\(place.line):\(place.column) \(diagnostic.message)"
    }
    return (file, findings)
  }

  @Test(
    "Names with values are read as YAML and as JSON, in their order.",
    arguments: [
      "# a sweep\nrate: 0.1\nrounds: 3   # few\nname: \"x: y\"\nwide: true\n",
      "---\r\nrate: 0.1\r\nrounds: 3\r\nname: 'x: y'\r\nwide: true\r\n",
      "{\n\t\"rate\": 0.1, \"rounds\": 3,\n\t\"name\": \"x: y\", \"wide\": true\n}",
    ])
  func values(text: String) {
    let (file, findings) = read(text)
    #expect(findings.isEmpty)
    #expect(file.entries.map(\.key) == ["rate", "rounds", "name", "wide"])
    #expect(file.entries.map(\.value) == [0.1, 3, "x: y", true])
    #expect(file.entries.map { file.source[$0.value.range] }[0..<2] == ["0.1", "3"])
  }

  @Test(
    "What is wrong with the file is said at its line and column.",
    arguments: [
      ("- a\n", "1:1 a file of parameters must be names with values"),
      ("\n rate 0.1\n", "2:2 a file of parameters must be names with values"),
      ("rate:0.1\n", "1:5 a space is missing after this colon"),
      ("# nothing\n", "1:1 the file sets no parameter"),
      ("rate: 1\n\"日\": [1]\n", "2:6 \"日\" must be a number, text or a flag, not a list"),
      ("rate: 1\nrounds:\n", "2:1 \"rounds\" has no value"),
      ("rate: 1\nrate: 2\n", "2:1 \"rate\" is given twice"),
      ("rate: {a: 1\n", "1:7 the { that opens here is never closed"),
    ])
  func mistakes(text: String, finding: String) {
    #expect(read(text).findings == [finding])
  }
}
