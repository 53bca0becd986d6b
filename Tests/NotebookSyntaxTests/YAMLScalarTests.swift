import NotebookSyntax
import Options
import Testing

@Suite struct YAMLScalarTests {
  private func content(_ yaml: String) -> OptionValue.Content? { cell("a: \(yaml)").body?["a"]?.content }

  @Test(
    "Integers are typed by the core schema.",
    arguments: [
      ("0", 0), ("42", 42), ("-7", -7), ("+7", 7), ("007", 7), ("0x1F", 31), ("0o17", 15),
      ("9223372036854775807", Int.max),
    ])
  func integers(yaml: String, value: Int) {
    #expect(content(yaml) == .integer(value))
  }

  @Test(
    "Numbers are typed by the core schema.",
    arguments: [
      ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("-1.25", -1.25), ("1e-3", 1e-3), ("1E6", 1e6),
      ("6.02e+23", 6.02e23),
      ("-.inf", -Double.infinity), ("99999999999999999999", 1e20),
    ])
  func numbers(yaml: String, value: Double) {
    #expect(content(yaml) == .number(value))
  }

  @Test("Flags and nothing are typed by the core schema.")
  func flagsAndNull() {
    #expect(content("true") == .flag(true) && content("FALSE") == .flag(false))
    #expect(content("") == .null && content("~") == .null && content("null") == .null)
  }

  @Test(
    "What other schemas take for flags, numbers or dates is text.",
    arguments: [
      "yes", "no", "on", "off", "y", "tRUE", "1_000", "1:30", "2024-01-31", "0b1", "1.2.3", ".", "e5",
      "1e",
      "+", "0x", "0xG", "１２", "nan", "Infinity", "5 pp", "10%",
    ])
  func texts(yaml: String) {
    #expect(content(yaml) == .text(yaml))
  }

  @Test("Quoted scalars are text, whatever they hold.")
  func quoted() {
    #expect(content("\"1\"") == .text("1"))
    #expect(content("'true'") == .text("true"))
    #expect(content("\"\"") == .text(""))
    #expect(content("'it''s'") == .text("it's"))
    #expect(content("\"a\\tb\\u00e9\"") == .text("a\tbé"))
  }
}
