import Diagnostics
import Testing

@Suite struct AllowanceTests {
  private static let base = TestNotebook.flowerCells

  private static func fit(_ options: String) -> String {
    base + "```{fit}\nfrom: quick\noptimizer: {sgd: 5}\n\(options)\n```\n"
  }

  @Test(
    "A warning is silenced within a cell by its name or code, and by a comment right before the cell.",
    arguments: [
      fit("allow: learning_rate"), fit("allow: [learning_rate]"), fit("allow: TB-G-105"),
      fit("allow: [tb-g-105]"),
      base + "<!-- allow: learning_rate -->\n```{fit}\nfrom: quick\noptimizer: {sgd: 5}\n```\n",
    ])
  func silenced(_ text: String) throws {
    #expect(try PracticeFixture(text).codes.isEmpty)
  }

  @Test("What a cell allows holds for no other cell, be it one that takes its options over.")
  func notInherited() throws {
    let found = try PracticeFixture(
      Self.base + "```{fit} parent\nfrom: quick\noptimizer: {sgd: 5}\nallow: learning_rate\n```\n"
        + "```{fit}\nfrom: parent\noptimizer: {sgd: 1️⃣6}\n```\n")
    #expect(found.codes == ["TB-G-105"] && found.starts == [found.markers["1️⃣"]])
  }

  @Test(
    "Allowing what is not there is warned of.",
    arguments: [
      base + "```{fit}\nfrom: quick\nallow: 1️⃣learning_rate\n```\n",
      base + "Text <!-- allow: 1️⃣learning_rate --> and more.\n",
    ])
  func needless(_ text: String) throws {
    let found = try PracticeFixture(text)
    #expect(found.codes == ["TB-G-104"] && found.starts == [found.markers["1️⃣"]])
    #expect(found.found.first?.severity == .warning)
  }

  @Test(
    "Only warnings can be allowed, and a mistyped one is answered with the one that was meant.",
    arguments: [
      base + "```{fit}\nfrom: quick\nallow: 1️⃣learning_rat\n```\n",
      base + "Text <!-- allow: 1️⃣learning_rat --> and more.\n",
    ])
  func unknown(_ text: String) throws {
    let found = try PracticeFixture(text)
    #expect(found.codes == ["TB-O-105"] && found.starts == [found.markers["1️⃣"]])
    #expect(found.found.first?.message.hasSuffix("; did you mean \"learning_rate\"?") == true)
    #expect(found.found.first?.severity == .error)
  }
}
