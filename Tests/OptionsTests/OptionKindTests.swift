import Diagnostics
import Options
import Testing

@Suite struct OptionKindTests {
  /// Reads one option named "x" that stands at 20.
  private func read<Value>(
    _ value: OptionValue, as kind: OptionKind<Value>
  ) -> (value: Value?, canonical: OptionValue?, messages: [String]) {
    var findings = OptionFindings()
    let reading = kind.read(OptionValue(value.content, at: SourceRange(20, 25)), "x", &findings)
    #expect(findings.diagnostics.allSatisfy { $0.range.start >= 20 || $0.range == .nowhere })
    return (reading?.value, reading?.canonical, findings.diagnostics.map(\.message))
  }

  @Test("An integer is read as one, and nothing else is.")
  func integers() {
    #expect(read(5, as: .integer()).value == 5)
    #expect(read(0.5, as: .integer()).messages == ["\"x\" must be an integer, not a number"])
    #expect(
      read(OptionValue(.number(1e23)), as: .integer()).messages == [
        "\"x\" must be an integer, not one as large as 1e+23"
      ])
    #expect(read("5", as: .integer()).messages == ["\"x\" must be an integer, not text"])
    #expect(
      read(0, as: .integer(.atLeast(1))).messages == ["\"x\" must be at least 1, not 0"])
  }

  @Test("A number may be written as an integer or as a quotient.")
  func numbers() {
    #expect(read(2, as: .number()).value == 2)
    #expect(read("1/4", as: .number()).value == 0.25)
    #expect(read("1 / 4", as: .number()).canonical == 0.25)
    #expect(read("1/0", as: .number()).messages == ["\"x\" must be a number, not text"])
    #expect(read(OptionValue(.number(.nan)), as: .number()).messages == ["\"x\" must be finite, not nan"])
    #expect(
      read(OptionValue(.number(.infinity)), as: .number(.atLeast(0))).messages == [
        "\"x\" must be finite and at least 0, not inf"
      ])
    #expect(read(0, as: .number(.positive)).messages == ["\"x\" must be above 0, not 0"])
  }

  @Test("A flag is true or false, and no text.")
  func flags() {
    #expect(read(true, as: .flag).value == true)
    #expect(read("yes", as: .flag).messages == ["\"x\" must be true or false, not text"])
  }

  @Test("Text may look like a number.")
  func texts() {
    #expect(read("a b", as: .text).value == "a b")
    #expect(read(2024, as: .text).value == "2024")
    #expect(read([1], as: .text).messages == ["\"x\" must be text, not a list"])
  }

  @Test("A choice is one of its names.")
  func choices() {
    #expect(read("max", as: .choice(of: Mode.self)).value == .max)
    #expect(
      read("mxa", as: .choice(of: Mode.self)).messages == [
        "\"x\" must be one of min, max, auto, not \"mxa\"; did you mean \"max\"?"
      ])
    #expect(
      read(1, as: .choice(of: Mode.self)).messages == ["\"x\" must be one of min, max, auto, not an integer"])
  }

  @Test("A single value counts as a list of one, and every wrong element is reported.")
  func lists() {
    #expect(read(3, as: OptionKind<[Int]>.list(of: .integer())).value == [3])
    #expect(read([1, 2], as: OptionKind<[Int]>.list(of: .integer())).value == [1, 2])
    #expect(read([1, "a", true], as: OptionKind<[Int]>.list(of: .integer())).messages.count == 2)
  }

  @Test("Text may be read with its place.")
  func placed() {
    #expect(read("a", as: .sourceText).value == SourceText("a", at: SourceRange(20, 25)))
    #expect(read([1], as: .sourceText).messages == ["\"x\" must be text, not a list"])
  }

  @Test("A reference is noted with the directives it may name.")
  func references() {
    var findings = OptionFindings()
    let kind = OptionKind.reference(to: "fit", "model")
    _ = kind.read("fast", "x", &findings)
    #expect(
      findings.references == [CellReference(name: "fast", directives: ["fit", "model"], place: "fast")])
    #expect(read(3, as: kind).messages == ["\"x\" must be the name of a fit or model cell, not an integer"])
  }

  @Test("Parameters keep the order and the places in which they were written.")
  func parameters() throws {
    let body = written(["b": 1, "a": "text"])
    let reading = read(body, as: .parameters)
    let parameters = try #require(reading.value)
    #expect(parameters.map(\.name) == ["b", "a"])
    #expect(parameters.map(\.nameRange.start) == [10, 30])
    #expect(parameters.map(\.value.range.start) == [20, 40])
    #expect(reading.canonical == mapping(["a": "text", "b": 1]))
    #expect(
      read(written(["a": [1]]), as: .parameters).messages == [
        "\"a\" must be a number, text or a flag, not a list"
      ])
  }
}
