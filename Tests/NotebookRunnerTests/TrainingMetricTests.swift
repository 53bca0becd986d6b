import Testing

@Suite struct TrainingMetricTests {
  private static let base =
    TestNotebook.flowerCells
    + "```{fit} blind\nfrom: quick\nvalidation_data: null\nmetrics: [accuracy]\n```\n\n"

  @Test(
    "What is said of a fit by its training samples alone is warned of, once, where it is first said.",
    arguments: [
      "It is {value}`1️⃣blind.accuracy | percent(1)`, the loss {value}`blind.loss`.\n",
      "```{expect}\n- 1️⃣blind.accuracy > 0\n- blind.accuracy.best > 0\n```\n",
      "```{evaluate}\nfit: blind\nsplit: train\n```\n\n{value}`1️⃣blind.loss`\n",
      "```{evaluate}\nfit: quick\n```\n\n{value}`1️⃣blind.loss`\n",
    ])
  func blind(_ rest: String) throws {
    let found = try PracticeFixture(Self.base + rest)
    #expect(found.codes == ["TB-G-111"] && found.starts == [found.markers["1️⃣"]])
    #expect(found.found.first?.notes.count == 1)
  }

  @Test(
    "A fit that is validated or evaluated, of which nothing is said, or of which it is meant, is not warned of.",
    arguments: [
      "{value}`quick.loss` {value}`blind.epochs`\n",
      "```{evaluate}\nfit: blind\n```\n\n{value}`blind.loss`\n",
      "{value}`blind.loss` <!-- allow: training_metric -->\n",
      "```{expect}\nclaims: [blind.loss > 0]\nallow: training_metric\n```\n",
    ])
  func silent(_ rest: String) throws {
    let found = try PracticeFixture(Self.base + rest)
    #expect(found.codes.isEmpty, "\(found.found.map(\.message))")
  }
}
