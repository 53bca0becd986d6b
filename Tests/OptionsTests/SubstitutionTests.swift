import Diagnostics
import Options
import Testing

@Suite struct SubstitutionTests {
  private static let parameters = [
    Parameter(name: "units", nameRange: .nowhere, value: 30),
    Parameter(name: "rate", nameRange: .nowhere, value: 0.1),
    Parameter(name: "act", nameRange: .nowhere, value: "relu"),
    Parameter(name: "flag", nameRange: .nowhere, value: true),
  ]

  private func substitute(_ value: OptionValue) -> OptionValue {
    let (substituted, diagnostics) = value.substituting(Self.parameters)
    #expect(diagnostics.isEmpty)
    return substituted
  }

  /// Substitutes in a text that stands in a source between two markers `‹` and `›`.
  private func diagnostics(_ marked: String, meaning text: String? = nil) -> [(String, String)] {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }.map(String.init)
    let source = SourceFile(path: "a.md", text: parts.joined())
    let range = SourceRange(parts[0].utf8.count, parts[0].utf8.count + parts[1].utf8.count)
    let value = OptionValue(.text(text ?? parts[1]), at: range)
    return value.substituting(Self.parameters, in: source).diagnostics.map { ($0.message, source[$0.range]) }
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
    let found = diagnostics("units: ‹${unit}› # x")
    #expect(found.map(\.0) == ["there is no parameter \"unit\"; did you mean \"units\"?"])
    #expect(found.map(\.1) == ["${unit}"])
    let help = OptionValue("${zzz}").substituting(Self.parameters).diagnostics.first?.help
    #expect(help == "parameters: units, rate, act, flag")
  }

  @Test("Places are exact within quotes, escapes and several lines.")
  func places() {
    #expect(
      diagnostics("a: ‹\"é ${x} ${act} ${y}\"›", meaning: "é ${x} ${act} ${y}").map(\.1) == ["${x}", "${y}"])
    #expect(diagnostics("a: ‹\"\\u00e9 $${q} ${y}\"›", meaning: "é $${q} ${y}").map(\.1) == ["${y}"])
    #expect(
      diagnostics("a: ‹>\n  one ${x}\n  two ${y}›\n", meaning: "one ${x} two ${y}\n").map(\.1) == [
        "${x}", "${y}",
      ])
  }

  @Test("A placeholder without an end, and one without a name, are reported.")
  func malformed() {
    #expect(diagnostics("a: ‹x ${units›").map(\.0) == ["the ${ that opens here is never closed"])
    #expect(diagnostics("a: ‹x ${units›").map(\.1) == ["${units"])
    #expect(diagnostics("a: ‹${}›").map(\.0) == ["${} names no parameter"])
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
