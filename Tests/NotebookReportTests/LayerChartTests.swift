import NotebookReport
import NotebookResults
import Testing

@Suite struct LayerChartTests {
  /// The paths of the lines on the drawing for wide pages, after that of the legend.
  private func lines(_ lines: [LayerChart.Line]) -> [String] {
    let chart = LayerChart(
      quantity: .label(.gradientNorm), layers: ["a", "b", "c"], lines: lines,
      measurements: Table(columns: [], rows: []))
    let page = PageFixture.page("```{fit}\n```\n", cells: [PageFixture.cell(outputs: [.layerChart(chart)])])
    let wide = page.split(separator: "class=\"chart narrow\"")[0]
    return wide.matches(of: /<path class="line[^"]*" d="([^"]*)"/).dropFirst().map {
      String($0.output.1)
    }
  }

  private let before = LayerChart.Line(.before, [0.01, 0.1, 1])

  @Test("Values that coincide lie on one line, and each keeps its mark.")
  func coincidence() {
    #expect(lines([before, .init(.after, [0.01, 0.1, 1])]).count == 1)
    #expect(
      lines([before, .init(.predicted, [0.0101, 0.1, nil]), .init(.after, [0.01, 0.1, 1])]).count == 1)
    #expect(lines([before, .init(.after, [0.5, 0.5, 0.5])]).count == 2)
  }

  @Test("A line leaves another where their values part.")
  func parting() {
    let drawn = lines([before, .init(.after, [0.5, 0.1, 1])])
    #expect(drawn.count == 2)
    // From the first layer to the second; from there to the last it is the other line.
    #expect(drawn.last?.matches(of: /-?[\d.]+/).count == 4)
  }
}
