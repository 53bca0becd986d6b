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

  @Test(
    "What was probably meant is put in the place of a number that is none.",
    arguments: [("60,000", "60000"), ("3_000", "3000"), ("64;", "64"), ("$(rounds)", "${rounds}")])
  func integers(_ written: String, _ meant: String) {
    var findings = OptionFindings()
    _ = OptionKind.integer().read(OptionValue(.text(written)), "epochs", &findings)
    #expect(findings.diagnostics.map(\.correction) == [.replace(written, with: meant)])
  }

  @Test("A flag is true or false, and no yes or no.")
  func flags() {
    var findings = OptionFindings()
    _ = OptionKind.flag.read(OptionValue(.text("yes")), "toc", &findings)
    #expect(findings.diagnostics.map(\.correction) == [.replace("yes", with: "true")])
  }
}
