import Testing

@Suite struct UncomputedTests {
  private func fixture(_ options: String, uses: String) throws -> PracticeFixture {
    try PracticeFixture(
      TestNotebook.flowerCells + "```{fit} slow\nfrom: quick\nepochs: 4\n\(options)\n```\n\n" + uses)
  }

  @Test(
    "A cell that is not computed and that others need is warned of where that is said.",
    arguments: [
      "```{evaluate}\nfit: slow\n```\n", "It is {value}`slow.loss`.\n", "```{expect}\n- slow.loss < 9\n```\n",
    ])
  func needed(_ uses: String) throws {
    let found = try fixture("eval: 1️⃣false", uses: uses)
    #expect(found.codes == ["TB-G-113"] && found.starts == [found.markers["1️⃣"]])
    #expect(found.found.map(\.notes.count) == [1])
    #expect(try fixture("eval: false\nallow: uncomputed", uses: uses).codes.isEmpty)
    #expect(try fixture("eval: true", uses: uses).codes.isEmpty)
  }

  @Test("One that only gives its options, or that nobody uses, is not.")
  func unneeded() throws {
    #expect(try fixture("eval: false", uses: "").codes.isEmpty)
    #expect(
      !(try fixture(
        "eval: false",
        uses: "```{sweep}\nfit: slow\nmethod: grid\nparameters: {batch_size: [4, 8]}\nmetric: val_loss\n"
          + "allow: test_selection\n```\n"
      )).codes.contains("TB-G-113"))
    #expect(try fixture("eval: false", uses: "```{fit} slower\nfrom: slow\nseed: 3\n```\n").codes.isEmpty)
  }
}
