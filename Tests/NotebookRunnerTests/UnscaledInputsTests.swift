import Diagnostics
import Foundation
import Testing

@Suite struct UnscaledInputsTests {
  private static let network = """
    ```{model} net
    layers:
      - flatten
      - dense: {units: 10, activation: softmax}
    ```

    ```{fit}
    model: net
    data: digits
    ```

    """

  private func digits(_ options: String, _ rest: String = network) throws -> PracticeFixture {
    try PracticeFixture("```{load} 1️⃣digits\ndataset: digits\n\(options)\n```\n\n" + rest)
  }

  @Test("Pixels that a fit learns from as they are, or hardly scaled, are warned of at the data.")
  func pixels() throws {
    for options in ["", "scale: 1", "scale: 1/2"] {
      let found = try digits(options)
      #expect(found.codes == ["TB-G-106"] && found.starts == [found.markers["1️⃣"]], "\(options)")
    }
    #expect(
      try digits("scale: 1/2").found.first?.message
        == "the pixels of \"digits\" reach up to 127.5, and networks learn best from numbers near 1")
  }

  @Test("Scaled or standardized pixels are not warned of, nor are those that nothing learns from.")
  func scaledPixels() throws {
    for options in ["scale: 1/255", "scale: 1/128", "standardize: true", "allow: unscaled_inputs"] {
      #expect(try digits(options).codes.isEmpty, "\(options)")
    }
    #expect(try digits("", "```{show}\ndata: digits\n```\n").codes.isEmpty)
    #expect(
      try digits("", Self.network.replacing("data: digits", with: "data: digits\neval: false")).codes.isEmpty)
  }

  @Test("The note leads to the first fit that learns from the data, not to one that validates on them.")
  func note() throws {
    let (raw, scaled) = (
      "```{load} raw\ndataset: digits\n```\n\n", "```{load} near\nfrom: raw\nscale: 1/255\n```\n\n"
    )
    let fits = """
      ```{model} net
      layers: [flatten, {dense: {units: 10, activation: softmax}}]
      ```

      ```{fit} base
      model: net
      data: near
      validation_data: raw
      allow: unlike_scaling
      ```

      ```{fit} skipped
      from: base
      data: raw
      eval: false
      ```

      ```{fit} 1️⃣slow
      from: skipped
      validation_data: raw
      ```

      """
    let found = try PracticeFixture(raw + scaled + fits)
    #expect(found.codes == ["TB-G-106"])
    #expect(found.found[0].notes.map(\.message) == ["slow learns from it"])
    #expect(found.found[0].notes.map(\.range.start) == [found.markers["1️⃣"]])
  }

  private func table(_ rows: String, _ options: String = "") throws -> Diagnostic? {
    let text = """
      ```{load} houses
      dataset: {csv: {path: houses.csv, label: kind}}
      \(options)
      ```

      ```{model} net
      layers: [{dense: {units: 2, activation: softmax}}]
      ```

      ```{fit}
      model: net
      data: houses
      ```

      """
    let notebook = try TestNotebook(text, data: ["houses.csv": Data(("rooms,area,kind\n" + rows).utf8)])
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.count <= 1)
    return found.first
  }

  @Test("Columns that reach far, or much further than others, are warned of by name.")
  func columns() throws {
    #expect(
      try table("-2,40,a\n3,90,b\n1,80,a\n", "scale: 2")?.message
        == "the column \"area\" reaches up to 180, and networks learn best from numbers near 1")
    #expect(
      try table("2,-400,a\n3,90,b\n")?.message
        == "the column \"area\" reaches up to 400 and \"rooms\" only to 3, which then has hardly any "
        + "influence")
    #expect(
      try table("0.001,1,a\n0.002,1,b\n")?.message
        == "the column \"area\" reaches up to 1 and \"rooms\" only to 0.002, which then has hardly any "
        + "influence")
  }

  @Test(
    "Columns of like size, or standardized ones, are not warned of; a column of zeros is none to speak of.")
  func likeColumns() throws {
    #expect(try table("2,40,a\n3,45,b\n") == nil)
    #expect(try table("0,40,a\n0,45,b\n") == nil)
    #expect(try table("2,400,a\n3,90,b\n", "standardize: true") == nil)
    #expect(try table("2,400,a\n3,90,b\n", "allow: unscaled_inputs") == nil)
  }
}
