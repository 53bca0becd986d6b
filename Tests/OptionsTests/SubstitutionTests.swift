import Diagnostics
import Options
import Testing

@Suite struct SubstitutionTests {
  @Test("A number within a text is put in as it was written.", arguments: ["${v}", "version ${v}"])
  func spelling(_ text: String) {
    let version = OptionValue(.number(1.1), written: "1.10")
    let parameter = Parameter(name: "v", nameRange: .nowhere, value: version)
    let filled = OptionValue(.text(text)).substituting([parameter]).value
    #expect(filled?.sourceText?.text == text.replacing("${v}", with: "1.10"))
  }

  private static let parameters = [
    Parameter(name: "units", nameRange: .nowhere, value: 30),
    Parameter(name: "rate", nameRange: .nowhere, value: 0.1),
    Parameter(name: "act", nameRange: .nowhere, value: "relu"),
    Parameter(name: "flag", nameRange: .nowhere, value: true),
  ]

  private func substitute(_ value: OptionValue) -> OptionValue {
    let substitution = value.substituting(Self.parameters)
    #expect(substitution.diagnostics.isEmpty)
    return substitution.value ?? OptionValue(.null)
  }

  /// What is found in a text that stands at 100, as messages with offsets into the text.
  private func diagnostics(_ text: String) -> [String] {
    let value = OptionValue(.text(text), at: SourceRange(100, 100 + text.utf8.count))
    return value.substituting(Self.parameters).diagnostics.map {
      "\($0.range.start - 100)–\($0.range.end - 100): \($0.message)"
    }
  }

  @Test("A scalar that is wholly a placeholder takes the parameter's type.")
  func typed() {
    #expect(substitute("${units}") == 30)
    #expect(substitute("${rate}") == 0.1)
    #expect(substitute("${flag}") == true)
    #expect(substitute("${ units }") == 30)
  }

  @Test("Within text a parameter's spelling is put in.")
  func interpolated() {
    #expect(substitute("${act} with ${units} units at ${rate}") == "relu with 30 units at 0.1")
    #expect(substitute(" ${units}") == " 30")
  }

  @Test("A doubled dollar sign writes the braces themselves, and a lone one is text.")
  func escaped() {
    #expect(substitute("$${units}") == "${units}")
    #expect(substitute("costs $5, ${units}$") == "costs $5, 30$")
    #expect(substitute("$$${units}") == "$${units}")
  }

  @Test("Lists and mappings are filled at any depth, but not their keys, and places stay.")
  func nested() {
    let value = OptionValue(
      .list([mapping(["${units}": ["${units}", OptionValue(.text("${act}"), at: SourceRange(7, 13))]])]),
      at: SourceRange(1, 20))
    let result = substitute(value)
    #expect(result == [mapping(["${units}": [30, "relu"]])])
    #expect(result.range == SourceRange(1, 20))
    guard case .list(let elements)? = result.content.elements?[0]["${units}"]?.content else {
      Issue.record("no list")
      return
    }
    #expect(elements[1].range == SourceRange(7, 13))
  }

  @Test("A parameter's value is not looked through for placeholders again.")
  func once() {
    let parameters = [Parameter(name: "a", nameRange: .nowhere, value: "${a}")]
    #expect(OptionValue("x ${a}").substituting(parameters).value == "x ${a}")
  }

  @Test("An unknown name is reported at its place, with what was probably meant.")
  func undefined() {
    #expect(
      diagnostics("é ${act} ${unit}") == ["10–17: there is no parameter \"unit\"; did you mean \"units\"?"])
    let help = OptionValue("${zzz}").substituting(Self.parameters).diagnostics.first?.help
    #expect(help == "parameters: units, rate, act, flag")
  }

  @Test("What is kept keeps its place, and what is put in has the place of its placeholder.")
  func places() throws {
    let text = OptionValue(.text("a ${units} $${b}"), at: SourceRange(100, 116))
    let result = try #require(text.substituting(Self.parameters).value?.sourceText)
    #expect(result.text == "a 30 ${b}")
    let places = [0..<2, 2..<4, 4..<5, 5..<7, 7..<9].map { result.range(of: $0) }
    #expect(
      places == [(0, 2), (2, 10), (10, 11), (11, 14), (14, 16)].map { SourceRange(100 + $0, 100 + $1) })
  }

  @Test("Where not all parameters are known, an unknown name is no mistake, and its value is not known.")
  func notAllKnown() {
    let unknown = OptionValue("${zzz}").substituting(Self.parameters, areAllKnown: false)
    #expect(unknown.value == nil && unknown.diagnostics.isEmpty)
    #expect(OptionValue("${units}").substituting(Self.parameters, areAllKnown: false).value == 30)
  }

  @Test("A placeholder without an end, and one without a name, are reported.")
  func malformed() {
    #expect(diagnostics("x ${units") == ["2–9: the ${ that opens here is never closed"])
    #expect(diagnostics("${}") == ["0–3: ${} names no parameter"])
  }

  @Test("A value knows the parameters it reads.")
  func read() {
    #expect(
      list("${a} ${b}", mapping(["k": "${c}"]), "$${d}", 3).parametersRead == ["a", "b", "c"])
  }
}

extension OptionValue.Content {
  fileprivate var elements: [OptionValue]? { if case .list(let elements) = self { elements } else { nil } }
}
