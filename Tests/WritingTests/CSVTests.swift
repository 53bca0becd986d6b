import Testing
import Writing

@Suite struct CSVTests {
  private func line(_ field: CSV.Field) -> String {
    CSV.text(["a"], [[field]]).replacing("a\r\n", with: "", maxReplacements: 1)
  }

  @Test("Lines end with CR LF, and fields that would break them are quoted.")
  func quoting() {
    let text = CSV.text(
      ["name", "a, b"], [[.text("say \"no\""), .text("two\nlines")], [.empty, .integer(-3)]])
    #expect(text == "name,\"a, b\"\r\n\"say \"\"no\"\"\",\"two\nlines\"\r\n,-3\r\n")
    #expect(CSV.text(["only", "names"], [[CSV.Field]]()) == "only,names\r\n")
  }

  @Test("A number has the digits from which its bits are read again, and one that is not finite has none.")
  func numbers() {
    for number in [0.1 + 0.2, 1e-300, -Double.leastNonzeroMagnitude, 1.0 / 3, 12_345_678.5] {
      #expect(Double(line(.number(number)).dropLast()) == number)
    }
    #expect(
      line(.number(3)) == "3\r\n" && line(.number(.nan)) == "\r\n" && line(.number(-.infinity)) == "\r\n")
  }

  @Test(
    "A text that a spreadsheet would compute begins with an apostrophe.",
    arguments: [
      "=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "＝1", "－1+1", "-inf", "-", "+1 2", "-0x1",
    ])
  func formulas(text: String) {
    let written = line(.text(text))
    #expect(written.hasPrefix("'" + text) || written.hasPrefix("\"'" + text), "\(written)")
  }

  @Test(
    "A number that is written as text stays one.",
    arguments: ["-1", "+2.5", "-1e-3", "0.5", "-.5", "relu", ""])
  func numbersAsText(text: String) { #expect(line(.text(text)) == text + "\r\n") }
}
