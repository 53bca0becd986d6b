import Diagnostics
import Testing

@Suite struct FixTests {
  private func fixed(_ text: String, _ finds: [(word: String, Correction)]) -> (text: String, count: Int) {
    let source = SourceFile(path: "a.md", text: text)
    let diagnostics = finds.compactMap { word, correction in
      source.firstRange(of: word, in: SourceRange(0, source.utf8.count)).map {
        Diagnostic(MistypedProblem(correction: correction), at: $0)
      }
    }
    let fixed = FixedSource(source, diagnostics: diagnostics)
    return (String(decoding: fixed.utf8, as: UTF8.self), fixed.count)
  }

  @Test("A word is replaced where it stands, and every other byte stays: line ends, tabs, wide characters.")
  func replaced() {
    let (text, count) = fixed(
      "日本\r\n\tepoch: 3\r\nfits: [slwo, fast]\r\n",
      [("[slwo, fast]", .replace("slwo", with: "slow")), ("epoch", .replace("epoch", with: "epochs"))])
    #expect(text == "日本\r\n\tepochs: 3\r\nfits: [slow, fast]\r\n")
    #expect(count == 2)
  }

  @Test("Text loses its quotation marks, of either kind.", arguments: ["\"3\"", "'3'"])
  func unquoted(_ written: String) {
    #expect(fixed("epochs: \(written) # three", [(written, .unquote("3"))]).text == "epochs: 3 # three")
  }

  @Test(
    "Where the place does not hold the word to the letter, once and by itself, there is no fix.",
    arguments: [
      "slwo, slwo", "slwo_2", "a-slwo", "${slwo}", "\"\\x73lwo slwo\"", "slwo # slwo", "sl\n  wo", "x\n slwo",
    ])
  func inexact(_ written: String) {
    let (text, count) = fixed("[\(written)]", [("[\(written)]", .replace("slwo", with: "slow"))])
    #expect(text == "[\(written)]")
    #expect(count == 0)
  }

  @Test("Of two fixes at one place, the first is put in.")
  func overlapping() {
    let (text, count) = fixed(
      "fits: slwo", [("slwo", .replace("slwo", with: "slow")), ("slwo", .replace("slwo", with: "glow"))])
    #expect(text == "fits: slow")
    #expect(count == 1)
  }
}
