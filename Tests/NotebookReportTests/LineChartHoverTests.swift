import NotebookReport
import NotebookResults
import Testing

@Suite struct LineChartHoverTests {
  private func page(_ lines: [LineChart.Line], earlier: LineChart.Line? = nil) -> String {
    let chart = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher, lines: lines, earlier: earlier)
    return PageFixture.page("```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.chart(chart)])])
      .replacing("\u{A0}", with: " ")
  }

  /// The texts of each band, in order.
  private func bands(_ page: String) -> [[String]] {
    let hovers = page.matches(of: /<g class="hover" aria-hidden="true">(.*?)<\/g><\/g>/)
    return hovers.flatMap { $0.output.1.split(separator: "<g") }.map { band in
      band.matches(of: />([^<]+)<\/text>/).map { String($0.output.1) }
    }.filter { !$0.isEmpty }
  }

  @Test("While a pointer is at an epoch, the chart shows the values of all its lines there.")
  func values() {
    let page = page(
      [
        .init(run: "a", role: .validation, values: [0.25, 0.5]),
        .init(run: "b", role: .validation, values: [0.125, .nan, 0.75]),
      ], earlier: .init(run: "c", role: .validation, values: [0.2]))
    #expect(
      bands(page) == [
        ["epoch 1", "25.0%", "12.5%", "20.0%"], ["epoch 2", "50.0%"], ["epoch 3", "75.0%"],
      ])
    // Values have the colours of their lines, and the drawing for telephones has none.
    #expect(
      page.contains(/<text class="series-1"[^>]*>75\.0%/)
        && page.contains(/<text class="series-before"[^>]*>20\.0%/))
    #expect(page.ranges(of: "<g class=\"hover\"").count == 1)
  }

  @Test("Of many epochs, at most thirty have values of their own.")
  func many() {
    func count(_ epochs: Int) -> Int {
      bands(page([.init(run: "a", role: .training, values: (0..<epochs).map { 1 / Double($0 + 1) })])).count
    }
    #expect(count(30) == 30)
    #expect(count(31) == 16)
    #expect(count(1_000) == 30)
  }

  @Test("The values are for a pointer alone: no reader hears them, and they are not printed.")
  func hidden() {
    let page = page([.init(run: "a", role: .training, values: [0.1, 0.2])])
    #expect(page.contains("<g class=\"hover\" aria-hidden=\"true\">"))
    #expect(page.contains(/@media print \{[\s\S]*?\.hover,[^{}]* \{ display: none !important; \}/))
    #expect(!page.contains(/<circle[^>]*><title>/))
  }
}
