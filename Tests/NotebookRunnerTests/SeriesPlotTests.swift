import NotebookResults
import NotebookRunner
import Testing

@Suite struct SeriesPlotTests {
  private static let forecast = """
    ```{load} waves
    dataset: {series: {path: waves.csv, column: height, window: 6}}
    test_split: 0.25
    ```

    ```{model} line
    layers: [flatten, {dense: {units: 1}}]
    ```

    ```{fit} forecast
    model: line
    data: waves
    loss: mean_squared_error
    optimizer: {adam: {learning_rate: 0.03}}
    epochs: 60
    validation_data: waves
    ```

    """

  private func outputs(_ cells: String) async throws -> [Output] {
    let notebook = try TestNotebook(Self.forecast + cells)
    defer { notebook.remove() }
    return try #require(try await notebook.run().cells.last).outputs
  }

  private func chart(_ plot: String) async throws -> XYChart {
    guard case .xyCharts(let charts)? = try await outputs("```{plot}\n\(plot)\n```\n").first else {
      throw TestFailure("no chart")
    }
    return try #require(charts.first)
  }

  private func codes(_ cells: String) throws -> [String] {
    let notebook = try TestNotebook(Self.forecast + cells)
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map(\.code)
  }

  @Test("A wave is forecast far better than by its last value, whose error the cell that loads it tells.")
  func learned() async throws {
    let outputs = try await outputs(
      "```{evaluate} report\nfit: forecast\n```\n\n"
        + "```{expect}\n- forecast.val_loss.best < 0.01\n- waves.naive_mae > 0.4\n- waves.naive_rmse > waves.naive_mae\n```\n"
    )
    #expect(!outputs.isEmpty)
  }

  @Test("The last values are drawn in the order of time, and the forecasts beside them.")
  func drawn() async throws {
    // Of 34 windows the last 9 are for tests; a wave of eight hours ends with −0.7.
    let alone = try await chart("what: series\ndata: waves\ncount: 10")
    #expect(alone.series.count == 1)
    #expect(alone.title == .phrase(.seriesEnd, ["height"]))
    #expect(alone.series[0].points.map(\.x) == (15..<25).map(Double.init))
    let both = try await chart("what: series\ndata: waves\nsplit: test\nfits: [forecast]")
    #expect(both.title == .phrase(.seriesForecast, ["height"]))
    #expect(both.series.map(\.name) == [.label(.truth), .verbatim("forecast")])
    #expect(both.series.allSatisfy { $0.points.count == 9 })
    let (truth, answer) = (both.series[0].points, both.series[1].points)
    #expect(truth.last.map { abs($0.y + 0.7) < 1e-6 } == true)
    #expect(zip(truth, answer).allSatisfy { abs($0.y - $1.y) < 0.3 })
    #expect(both.numbers.rows.count == 9)
  }

  @Test("Windows that a network gives back are shown as numbers, for they are no images.")
  func reconstructed() async throws {
    let outputs = try await outputs(
      """
      ```{model} coder
      layers: [flatten, {dense: {units: 6}}, {reshape: [6, 1]}]
      ```

      ```{fit} copy
      model: coder
      data: waves
      targets: inputs
      loss: mean_squared_error
      ```

      ```{predict}
      fit: copy
      count: 2
      ```

      """)
    guard case .table(let table)? = outputs.first else { throw TestFailure("no table") }
    #expect(table.rows.count == 2)
  }

  @Test("What is no series is not drawn as one, nor shown as images; another plot takes no count.")
  func refused() throws {
    #expect(
      try codes("```{load} digits\ndataset: digits\n```\n\n```{plot}\nwhat: series\ndata: digits\n```\n") == [
        "TB-P-136"
      ])
    #expect(try codes("```{plot}\nwhat: series\n```\n").count == 1)
    #expect(try codes("```{plot}\nfits: [forecast]\ncount: 5\n```\n") == ["TB-P-132"])
    #expect(try codes("```{show}\ndata: waves\nwhat: [images]\n```\n").count == 1)
  }
}
