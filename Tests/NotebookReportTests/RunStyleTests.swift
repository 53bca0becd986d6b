import NotebookReport
import NotebookResults
import Testing

@Suite struct RunStyleTests {
  private func chart(_ runs: [String]) -> LineChart {
    LineChart(
      quantity: .label(.loss), unit: .plain, better: .lower,
      lines: runs.map { .init(run: $0, role: .validation, values: [2, 1]) })
  }

  private func page(_ outputs: [Output]) -> String {
    PageFixture.page(
      String(repeating: "```{plot}\n```\n\n", count: outputs.count),
      cells: outputs.enumerated().map { PageFixture.cell(line: 3 * $0.offset + 1, outputs: [$0.element]) })
  }

  /// The colours of the labels of runs, each time that one is named.
  private func colors(_ page: String) -> [String: Set<String>] {
    var colors: [String: Set<String>] = [:]
    let labels = page.matches(
      of: /<g class="(series-[^"]*)">(<path class="leader"[^>]*>)?<text class="label"[^>]*>(\w+) 1\.000</)
    for label in labels where label.output.3 != "validation" {
      colors[String(label.output.3), default: []].insert(String(label.output.1))
    }
    return colors
  }

  @Test("A run keeps the colour of its first appearance on a page, whatever its place in a chart.")
  func colors() {
    let numbers = Table(columns: [], rows: [])
    let page = page([
      .curves(TrainingCurves(charts: [chart(["a"])], numbers: numbers)), .chart(chart(["c", "b"])),
      .chart(chart(["b", "a", "c"])),
    ])
    #expect(colors(page) == ["a": ["series-0"], "b": ["series-2"], "c": ["series-1"]])
  }

  @Test("Runs of one chart that would have the same colour take others while there are some.")
  func collisions() {
    let names = (0..<9).map { "run\($0)" }
    let apart = colors(page(names.map { .chart(chart([$0])) } + [.chart(chart(["run0", "run6", "run1"]))]))
    #expect(apart["run0"] == ["series-0"] && apart["run1"] == ["series-1"])
    #expect(apart["run6"] == ["series-2"])
    // Nine runs have six colours, which begin anew.
    let crowded = page([.chart(chart(names))])
    #expect(colors(crowded).values.reduce(0) { $0 + $1.count } == 9)
    #expect(Set(colors(crowded).values.joined()).count == 6)
  }

  @Test("Beside the name of a run in a table is its marker, if a chart shows the run.")
  func table() {
    let table = Table(columns: [.init(.label(.run), .text)], rows: [[.run("b")], [.run("<none>")]])
    let page = page([.chart(chart(["a", "b"])), .table(table)])
    #expect(
      page.contains(
        /<th[^>]*><svg class="run-mark series-1"[^>]*aria-hidden="true"><path[^>]*><\/svg><code>b</))
    #expect(page.contains(/<th[^>]*><code>&lt;none&gt;</))
  }
}
