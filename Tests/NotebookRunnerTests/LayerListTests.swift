import Diagnostics
import Engine
import NotebookRunner
import Options
import Testing

@Suite struct LayerListTests {
  private func mapping(_ entries: KeyValuePairs<String, OptionValue>) -> OptionValue {
    OptionValue(.mapping(entries.map { OptionValue.Entry($0.key, $0.value) }))
  }

  private func dense(_ units: Int) -> OptionValue {
    mapping(["dense": mapping(["units": .init(.integer(units))])])
  }

  private func read(
    _ value: OptionValue
  ) -> (layers: [WrittenLayer], canonical: OptionValue, problems: [Diagnostic])? {
    var findings = OptionFindings()
    guard let reading = OptionKind<[WrittenLayer]>.layers.read(value, "layers", &findings) else {
      return ([], OptionValue(.null), findings.diagnostics)
    }
    return (reading.value, reading.canonical, findings.diagnostics)
  }

  @Test("A repetition stands for its layers, written out; nested ones multiply, none gives none.")
  func repeats() throws {
    let short = mapping(["repeat": 2, "layers": [dense(3), mapping(["repeat": 2, "layers": [dense(4)]])]])
    let none = mapping(["repeat": 0, "layers": [dense(9)]])
    let repeated = try #require(read(OptionValue(.list(["flatten", short, none]))))
    #expect(repeated.problems.isEmpty)
    #expect(repeated.layers.map { ($0.layer as? Dense)?.units } == [nil, 3, 4, 4, 3, 4, 4])
    let spelledOut = try #require(
      read(["flatten", dense(3), dense(4), dense(4), dense(3), dense(4), dense(4)]))
    #expect(repeated.canonical == spelledOut.canonical)
  }

  @Test("Mistakes in a list of layers are all found, each at its place.")
  func mistakes() throws {
    let list = OptionValue(
      .list([
        OptionValue(.text("flaten"), at: SourceRange(1, 7)),
        OptionValue(
          .mapping([.init("dense", OptionValue(.null, at: SourceRange(9, 9)))]), at: SourceRange(9, 14)),
        mapping(["repeat": -1, "layers": [dense(2)]]),
      ]))
    let problems = try #require(read(list)).problems
    #expect(problems.map(\.code).sorted() == ["TB-O-102", "TB-O-104", "TB-O-105"])
    #expect(problems.contains { $0.message.contains("did you mean \"flatten\"") })
  }

  @Test("A repetition beyond all measure is refused, not carried out.")
  func limit() throws {
    let inner = mapping(["repeat": 900, "layers": [dense(2)]])
    let problems = try #require(read([mapping(["repeat": 900, "layers": [inner]])])).problems
    #expect(problems.map(\.code) == ["TB-E-103"])
  }
}
