import Diagnostics
import Testing

@Suite struct LearningRateTests {
  private func fit(_ options: String) throws -> PracticeFixture {
    try PracticeFixture(TestNotebook.flowerCells + "```{fit}\nfrom: quick\n\(options)\n```\n")
  }

  @Test(
    "A rate outside what is usual is warned of where it stands.",
    arguments: [
      "optimizer: {sgd: {learning_rate: 1️⃣5}}", "optimizer: {sgd: 1️⃣0.00001}",
      "params: {rate: 3}\noptimizer: {sgd: {momentum: 0.5, learning_rate: \"1️⃣${rate}\"}}",
    ])
  func unusual(_ options: String) throws {
    let found = try fit(options)
    #expect(found.codes == ["TB-G-105"])
    #expect(abs((found.starts.first ?? 0) - (found.markers["1️⃣"] ?? 0)) <= 1)
  }

  @Test("The warning says what is usual and why, and what a parameter is where it gave the rate.")
  func wording() throws {
    let found = try #require(try fit("params: {rate: 3}\noptimizer: {sgd: \"${rate}\"}").found.first)
    #expect(
      found.message
        == "a learning rate of 3 is above the range that is usual for sgd, 0.0001 to 1, and such steps usually overshoot"
    )
    #expect(found.help == "take one within it; if this is intended, write `allow: learning_rate` in the cell")
    #expect(found.notes.map(\.message) == ["rate is 3 here"])
  }

  @Test(
    "A usual rate is not warned of, nor is a fit that is not computed.",
    arguments: [
      "optimizer: sgd", "optimizer: {sgd: 1}", "optimizer: {sgd: 0.0001}", "optimizer: {sgd: 5}\neval: false",
    ])
  func usual(_ options: String) throws {
    #expect(try fit(options).codes.isEmpty)
  }

  @Test("A rate that several fits take over is warned of once.")
  func once() throws {
    let found = try PracticeFixture(
      TestNotebook.flowerCells + "```{fit} parent\nfrom: quick\noptimizer: {sgd: 5}\n```\n"
        + "```{fit}\nfrom: parent\nepochs: 2\n```\n")
    #expect(found.codes == ["TB-G-105"])
  }
}
