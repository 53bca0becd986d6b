import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct CertainMistakesTests {
  private static func cells(classes: Int) -> String {
    """
    ```{load} halves
    dataset: {idx: {images: images.idx, labels: labels.idx}}
    ```

    ```{model} net
    layers: [flatten, {dense: {units: \(classes), activation: softmax}}]
    ```

    ```{fit} trained
    model: net
    data: halves
    epochs: 2
    ```

    """
  }

  /// Images that are all ink, labelled with 0 nine times and with 1 once, so that 0 is learned for all of them.
  private static let images: [String: Data] = [
    "images.idx": Data([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 2])
      + Data(repeating: 255, count: 10 * 4),
    "labels.idx": Data([0, 0, 8, 1, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
  ]

  private func grids(
    _ evaluate: String, classes: Int = 2, data: [String: Data] = images
  ) async throws -> [ImageGrid] {
    let notebook = try TestNotebook(Self.cells(classes: classes) + evaluate, data: data)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    return outcome.cells.last?.outputs.compactMap {
      if case .images(let grid) = $0 { grid } else { nil }
    } ?? []
  }

  @Test("An evaluation shows the wrong answers that the model is most certain of.")
  func mistakes() async throws {
    let grid = try #require(try await grids("```{evaluate}\nfit: trained\nsplit: train\n```\n").first)
    #expect(grid.items.count == 1)
    #expect(grid.items.first?.pixels == [255, 255, 255, 255])
    #expect(grid.items.first?.caption == .phrase(.certainMistake, ["0", "1", ">99.9%"]))
  }

  @Test("None are shown where none are asked for, and none that the model is not certain of.")
  func none() async throws {
    let none = "```{evaluate}\nfit: trained\nsplit: train\nmistakes: 0\n```\n"
    #expect(try await grids(none).isEmpty)
    // Blank images leave only biases to learn from, which end far below one half.
    let evaluate = "```{evaluate}\nfit: trained\nsplit: train\n```\n"
    var blank = TestNotebook.blankDigits
    blank["images.idx"] = Data([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 2]) + Data(count: 10 * 4)
    #expect(try await grids(evaluate, classes: 10, data: blank).isEmpty)
  }
}
