import Diagnostics
import Testing

@Suite struct TestSelectionTests {
  private static let base =
    TestNotebook.flowerCells.replacing("validation_data: flowers", with: "validation_data: 1️⃣flowers")
    + "```{fit} longer\nfrom: quick\nepochs: 4\n```\n\n"
  private static let report = "```{evaluate} report\nfit: longer\n```\n"

  @Test(
    "Choosing among fits by the test samples that are reported on is warned of, once, where they validate.",
    arguments: [
      "```{compare}\nfits: [quick, longer]\n```\n", "```{plot}\nfits: [quick, longer]\n```\n",
      "```{expect}\n- longer.val_loss < quick.val_loss\n```\n",
      "```{compare}\nfits: [quick, longer]\n```\n\n```{plot}\nfits: [quick, longer]\n```\n",
    ])
  func chosenOnTest(_ comparison: String) throws {
    let found = try PracticeFixture(Self.base + comparison + "\n" + Self.report)
    #expect(found.codes == ["TB-G-108"] && found.starts == [found.markers["1️⃣"]])
    #expect(found.found.first?.notes.count == 2)
  }

  @Test("The same file loaded twice is the same data.")
  func loadedTwice() throws {
    let twice = """
      ```{load} again
      dataset: {csv: {path: flowers.csv, label: kind}}
      test_split: 0.25
      ```

      ```{compare}
      fits: [quick, longer]
      ```

      ```{evaluate}
      fit: quick
      data: again
      ```

      """
    #expect(try PracticeFixture(Self.base + twice).codes == ["TB-G-108"])
  }

  @Test(
    "Comparing without reporting, reporting without comparing, and other samples are not warned of.",
    arguments: [
      "```{compare}\nfits: [quick, longer]\n```\n", report, "```{plot}\nfits: longer\n```\n\n" + report,
      "```{plot}\nfits: [quick, longer]\ncurves: training\n```\n\n" + report,
      "```{expect}\n- longer.loss < quick.loss\n- longer.val_loss < 2\n- quick.val_loss < 2\n```\n\n"
        + report,
      "```{compare}\nfits: [quick, longer]\n```\n\n```{evaluate}\nfit: longer\nsplit: train\n```\n",
    ])
  func silent(_ rest: String) throws {
    #expect(try PracticeFixture(Self.base + rest).codes.isEmpty)
  }

  @Test("A part of the training samples may be chosen by, and the warning can be silenced.")
  func mended() throws {
    let rest = "```{compare}\nfits: [quick, longer]\n```\n\n" + Self.report
    for change in ["validation_split: 0.2", "validation_data: flowers\nallow: test_selection"] {
      let text = Self.base.replacing("validation_data: 1️⃣flowers", with: change) + rest
      #expect(try PracticeFixture(text).codes.isEmpty, "\(change)")
    }
    let apart = Self.base.replacing("test_split: 0.25", with: "test_split: 0.25\nvalidation: 0.25")
    #expect(try PracticeFixture(apart + rest).codes.isEmpty)
  }
}
