import Diagnostics
import Options
import Testing

@Suite struct NumberSpellingTests {
  @Test("A quotient is a number in parameters too, and a shape is no text.")
  func numbers() {
    var findings = OptionFindings()
    let read = OptionKind.scalar.read(OptionValue(.text("1/20")), "rate", &findings)
    #expect(read?.value == 0.05 && findings.diagnostics.isEmpty)
    #expect(ParameterType.number.value(spelled: "1/4") == 0.25)
    #expect(ParameterType.number.value(of: OptionValue(.text("1/4"))) == 0.25)

    _ = OptionKind.list(of: .integer()).read(OptionValue(.text("28x28")), "input_shape", &findings)
    #expect(findings.diagnostics.map(\.correction) == [.replace("28x28", with: "[28, 28]")])
  }
}
