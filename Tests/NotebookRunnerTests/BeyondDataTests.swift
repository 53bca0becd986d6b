import Diagnostics
import Testing

@Suite struct BeyondDataTests {
  private func load(_ options: String, csv: Bool = false) throws -> PracticeFixture {
    let data = csv ? "{csv: {path: flowers.csv, label: kind}}" : "digits"
    return try PracticeFixture(
      "```{load} few\ndataset: \(data)\n\(options)\n```\n\n```{show}\ndata: few\n```\n")
  }

  private func fit(_ options: String) throws -> PracticeFixture {
    try PracticeFixture(TestNotebook.flowerCells + "```{fit}\nfrom: quick\n\(options)\n```\n")
  }

  @Test(
    "A limit above the number of samples is warned of where it stands, with both numbers.",
    arguments: [
      (
        "limit: 1️⃣200000",
        "\"limit\" is 200000, and \"few\" has 60000 training samples, so it limits nothing"
      ),
      (
        "test_limit: 1️⃣10001",
        "\"test_limit\" is 10001, and \"few\" has 10000 test samples, so it limits nothing"
      ),
    ])
  func limits(_ options: String, _ message: String) throws {
    let found = try load(options)
    #expect(found.found.map(\.message) == [message] && found.codes == ["TB-G-112"])
    #expect(found.starts == [found.markers["1️⃣"]])
    #expect(
      found.found.map(\.help)
        == ["leave it out to take them all; if this is intended, write `allow: beyond_data` in the cell"])
  }

  @Test("A batch is held against the samples that are learned, whatever else the data has.")
  func batches() throws {
    let all = try #require(try fit("batch_size: 1000").found.first)
    let count = try #require(all.message.firstMatch(of: /has (\d+) samples/).flatMap { Int($0.output.1) })
    #expect(
      all.message
        == "\"batch_size\" is 1000, and \"flowers\" has \(count) samples to learn from, so each epoch is a "
        + "single step"
    )
    #expect(try fit("batch_size: \(count)").codes.isEmpty)
    let split = try fit("validation_data: null\nvalidation_split: 0.5\nbatch_size: 1️⃣\(count)")
    #expect(split.codes == ["TB-G-112"] && split.starts == [split.markers["1️⃣"]])
    #expect(split.found.first?.message.contains("has \(count / 2) samples") == true)
  }

  @Test("The parameter that gave the number is named.")
  func parameter() throws {
    let found = try fit("params: {size: 1000}\nbatch_size: ${size}")
    #expect(found.found.first?.notes.map(\.message) == ["size is 1000 here"])
  }

  @Test("What is as many, is allowed, was left out or is not computed is not warned of.")
  func enough() throws {
    for options in [
      "limit: 60000\ntest_limit: 10000", "limit: 70000\nallow: beyond_data", "limit: 70000\neval: false",
    ] {
      #expect(try !load(options).codes.contains("TB-G-112"), "\(options)")
    }
    #expect(try load("limit: 3\ntest_split: 0.5\ntest_limit: 3", csv: true).codes.isEmpty)
    #expect(try fit("batch_size: 1000\nallow: beyond_data").codes.isEmpty)
    let small = "```{fit}\nmodel: small\ndata: flowers\nvalidation_split: 0.5\n```\n"
    #expect(try PracticeFixture(TestNotebook.flowerCells + small).codes.isEmpty)
  }

  @Test("A batch that several fits take over is warned of once.")
  func once() throws {
    let found = try PracticeFixture(
      TestNotebook.flowerCells + "```{fit} parent\nfrom: quick\nbatch_size: 1000\n```\n"
        + "```{fit}\nfrom: parent\nepochs: 2\n```\n")
    #expect(found.codes == ["TB-G-112"])
  }
}
