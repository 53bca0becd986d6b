import Diagnostics
import Testing

@Suite struct UnlikeScalingTests {
  private func found(
    _ options: String, validation: String = "validation_data: 1️⃣other", rest: String = ""
  ) throws -> PracticeFixture {
    try PracticeFixture(
      """
      ```{load} digits
      dataset: digits
      scale: 1/255
      ```

      ```{load} other
      dataset: digits
      \(options)
      ```

      ```{model} net
      layers: [flatten, {dense: {units: 10, activation: softmax}}]
      ```

      ```{fit} fast
      model: net
      data: digits
      \(validation)
      ```

      \(rest)
      """)
  }

  @Test("Validation data that is scaled as the training data is not warned of.", arguments: ["scale: 1/255"])
  func alike(_ options: String) throws {
    #expect(try found(options).codes.isEmpty)
  }

  @Test(
    "Validation data that is scaled in another way is warned of.",
    arguments: ["", "scale: 1/128", "standardize: true", "scale: 1/255\nstandardize: true"])
  func unlike(_ options: String) throws {
    let warned = try found(options)
    #expect(warned.codes == ["TB-G-121"] && warned.starts == [warned.markers["1️⃣"]])
    #expect(
      try found(options, validation: "validation_data: other\nallow: unlike_scaling").codes.isEmpty)
  }

  @Test(
    "So is other data that a fit is evaluated on, or that it answers.", arguments: ["evaluate", "predict"])
  func answered(_ directive: String) throws {
    let rest = "```{\(directive)}\nfit: fast\ndata: 1️⃣other\n```\n"
    let warned = try found("", validation: "validation_split: 0.1", rest: rest)
    #expect(warned.codes == ["TB-G-121"] && warned.starts == [warned.markers["1️⃣"]])
    #expect(try found("scale: 1/255", validation: "validation_split: 0.1", rest: rest).codes.isEmpty)
  }
}
