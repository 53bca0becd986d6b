import NotebookResults
import NotebookRunner
import Testing

@Suite("Fits that differ in their seed alone are drawn as one line.")
struct SeedBandTests {
  /// - Returns: the lines of the first chart of a plot.
  private func lines(_ plot: String) async throws -> [LineChart.Line] {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + """


        ```{fit} again
        from: quick
        seed: 1
        ```

        ```{fit} bolder
        from: quick
        seed: 1
        optimizer: {sgd: {learning_rate: 0.2}}
        ```

        ```{fit} parametric
        from: quick
        params: {s: 2}
        seed: ${s}
        ```

        ```{fit} spelled
        from: quick
        seed: 0
        ```

        ```{plot}
        metrics: [loss]
        curves: training
        \(plot)
        ```

        ```{plot}
        fits: [quick, again, bolder]
        metrics: [loss]
        curves: training
        seeds: lines
        ```
        """)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    return outcome.cells.filter { $0.directive == "plot" }.flatMap(\.outputs).flatMap {
      output -> [LineChart.Line] in
      if case .chart(let chart) = output { chart.lines } else { [] }
    }
  }

  @Test("Its values are the means, and its band is what they span, epoch by epoch.")
  func mean() async throws {
    let lines = try await lines("fits: [quick, again, bolder]")
    try #require(lines.map(\.run) == ["quick", "bolder", "quick", "again", "bolder"])
    let (quick, again) = (lines[2].values, lines[3].values)
    try #require(quick != again && quick.count > 1)
    let band = try #require(lines[0].band)
    #expect(lines[0].values == zip(quick, again).map { ($0 + $1) / 2 })
    #expect(band.lowest == zip(quick, again).map(min) && band.highest == zip(quick, again).map(max))
    #expect(band.runs == 2)
    #expect(lines.dropFirst().allSatisfy { $0.band == nil })
    #expect(lines[1].values == lines[4].values)
  }

  @Test("Equal seeds count once, however they are written, and no parameter keeps fits apart.")
  func effectiveSeeds() async throws {
    let lines = try await lines("fits: [quick, again, spelled, parametric]")
    #expect(lines[0].run == "quick" && lines[0].band?.runs == 3 && lines[1].run == "quick")
    let alone = try await self.lines("fits: [quick, bolder, spelled]")
    #expect(alone.prefix(3).map(\.run) == ["quick", "bolder", "spelled"])
    #expect(alone.prefix(3).allSatisfy { $0.band == nil })
  }

  @Test("Where a run has no number, the mean and the band have none, in whatever order the runs stand.")
  func breakdown() {
    let runs: [[Double]] = [[1, 2, 3], [3, .nan, .infinity]]
    for runs in [runs, runs.reversed()] {
      let line = LineChart.Line(run: "a", role: .training, runs: runs)
      #expect(line.values.map { String(describing: $0) } == ["2.0", "nan", "inf"])
      #expect(line.band?.lowest.map { String(describing: $0) } == ["1.0", "nan", "3.0"])
      #expect(line.band?.highest.map { String(describing: $0) } == ["3.0", "nan", "inf"])
    }
  }
}
