import Diagnostics
import Options
import Testing

private struct Rising: Configurable {
  static let name = "rising"
  static let abstract = "More and more."
  static let exampleOptions: OptionValue = ["by": 2]
  let step: Int
  init(_ options: inout OptionReader) {
    step = options.read("by", .integer(.atLeast(1)), help: "How much more.")
  }
}

@Suite struct NumberOrMemberTests {
  private static let kind = OptionKind<String>.number(
    .atLeast(0), orMemberOf: Catalogue("way", [.init(Rising.self) { "rising by \(Rising(&$0).step)" }])
  ) { "always \($0)" }

  private func read(_ value: OptionValue) -> (value: String?, canonical: OptionValue?, messages: [String]) {
    var findings = OptionFindings()
    let reading = Self.kind.read(value, "x", &findings)
    return (reading?.value, reading?.canonical, findings.diagnostics.map(\.message))
  }

  @Test("A number stands for itself, a name or a mapping for a member.")
  func forms() {
    #expect(read(2).value == "always 2.0" && read(2).canonical == OptionValue(.number(2)))
    #expect(read("1/4").value == "always 0.25")
    #expect(read(mapping(["rising": 3])).value == "rising by 3")
    #expect(
      read(mapping(["rising": mapping(["by": 3])])).canonical == mapping(["rising": mapping(["by": 3])]))
  }

  @Test("What is neither is reported as the one that was meant.")
  func wrong() {
    #expect(read(-1).messages == ["\"x\" must be at least 0, not -1"])
    #expect(read("0,5").messages == ["\"x\" must be a number at least 0, not text"])
    #expect(read("0.5").messages == ["\"x\" must be a number at least 0, not text"])
    #expect(read("risign").messages == ["there is no way \"risign\"; did you mean \"rising\"?"])
    #expect(read("rising").messages == ["rising needs the option \"by\""])
    #expect(read([1]).messages == ["\"x\" must be a number at least 0, or a kind of way, not a list"])
  }

  @Test("An option of a member that stands beside it is said to be the member's.")
  func misplaced() {
    var reader = OptionReader(written(["x": 2, "by": 3]), of: "plan")
    _ = reader.read("x", Self.kind, help: "A way.")
    reader.finish()
    #expect(reader.findings.diagnostics.map(\.message) == ["plan has no option \"by\", but its x does"])
  }
}
