import NotebookResults
import NotebookRunner
import Testing

@Suite struct GradientPlotTests {
  private static let measured =
    TestNotebook.flowerCells + "```{fit} deep\nfrom: quick\nmeasure: each_layer\nlabel: both\n```\n\n"

  @Test("Each fit is a line over the layers, with the gradient before training.")
  func lines() async throws {
    let notebook = try TestNotebook(
      Self.measured + "```{fit} other\nfrom: deep\nseeds: 3\n```\n\n"
        + "```{plot}\nwhat: gradients\nfits: [deep, other]\n```\n")
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    guard case .xyCharts(let charts)? = cells.last?.outputs.first, let chart = charts.first else {
      throw TestFailure("no chart")
    }
    #expect(chart.series.map(\.run) == ["both", "other"] && chart.y.isLogarithmic)
    guard case .record(let layers)? = cells.first(where: { $0.name == "deep" })?.value["layers"] else {
      throw TestFailure("no layers")
    }
    let norms = layers.compactMap { layer -> Double? in
      guard case .series(let norms) = layer.value["gradient_norm"] else { return nil }
      return norms.values.first
    }
    #expect(chart.series[0].points.map(\.y) == norms)
    // The mean over the seeds, of which the first is that of the other fit.
    #expect(chart.series[1].points.map(\.x) == norms.indices.map { Double($0 + 1) })
    #expect(chart.series[1].points.map(\.y) != norms)
  }

  @Test(
    "Fits that measure no layers, and options of other plots, are refused.",
    arguments: [("fits: 1️⃣[quick]", "TB-O-102"), ("fits: deep\nmetrics: 1️⃣loss", "TB-P-132")])
  func refused(_ options: String, _ code: String) throws {
    let notebook = try TestNotebook(Self.measured + "```{plot}\nwhat: gradients\n\(options)\n```\n")
    defer { notebook.remove() }
    let errors = try notebook.plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
  }
}
