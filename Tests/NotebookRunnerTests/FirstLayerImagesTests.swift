import NotebookResults
import NotebookRunner
import Testing

@Suite struct FirstLayerImagesTests {
  private static let cells = """
    ```{load} blank
    dataset: {idx: {images: images.idx, labels: labels.idx}}
    ```

    ```{model} net
    layers: [flatten, {dense: {units: 3, kernel_initializer: ones}}, {dense: {units: 10, activation: softmax}}]
    ```

    ```{fit} trained
    model: net
    data: blank
    ```

    ```{plot}
    fits: trained
    what: weights
    ```
    """

  @Test("The weights of the first layer are images, one for each unit, on one scale.")
  func images() async throws {
    let notebook = try TestNotebook(Self.cells, data: TestNotebook.blankDigits)
    defer { notebook.remove() }
    let outputs = try #require(try await notebook.run().cells.last).outputs
    guard case .images(let grid)? = outputs.first else {
      Issue.record("no images")
      return
    }
    #expect(grid.title == .phrase(.layerWeights, ["dense"]))
    #expect(grid.height == 28 && grid.width == 28 && grid.palette == .diverging)
    // Blank images give no gradient to these weights, so that all of them stay the largest there is.
    #expect(grid.items.map(\.pixels) == Array(repeating: Array(repeating: 255, count: 784), count: 3))
    #expect(outputs.dropFirst().first == .text(.phrase(.weightScale, ["1.00"])))
  }

  @Test("The filters of a first layer that convolves are images of its window.")
  func filters() async throws {
    let cells = Self.cells.replacing(
      "[flatten, {dense: {units: 3, kernel_initializer: ones}}",
      with: "[{conv2d: {filters: 2, kernel_size: [3, 5], kernel_initializer: ones}}, flatten")
    let notebook = try TestNotebook(cells, data: TestNotebook.blankDigits)
    defer { notebook.remove() }
    let outputs = try #require(try await notebook.run().cells.last).outputs
    guard case .images(let grid)? = outputs.first else {
      Issue.record("no images")
      return
    }
    #expect(grid.title == .phrase(.layerWeights, ["conv2d"]))
    #expect(grid.height == 3 && grid.width == 5)
    #expect(grid.items.map(\.pixels) == Array(repeating: Array(repeating: 255, count: 15), count: 2))
  }

  @Test("Weights of networks that read no images are refused before anything trains.")
  func noImages() throws {
    let notebook = try TestNotebook(TestNotebook.flowerCells + "```{plot}\nfits: quick\nwhat: weights\n```\n")
    defer { notebook.remove() }
    let found = try notebook.plan()
    #expect(found.plan == nil)
    #expect(found.diagnostics.map(\.code) == ["TB-P-122"])
  }
}
