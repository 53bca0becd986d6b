import Engine
import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct ActivationPlotTests {
  private func charts(_ functions: String) async throws -> [XYChart] {
    let notebook = try TestNotebook("```{plot}\nwhat: activation\nfunctions: \(functions)\n```\n")
    defer { notebook.remove() }
    guard case .xyCharts(let charts)? = try await notebook.run().cells.last?.outputs.first else {
      throw TestFailure("no charts")
    }
    return charts
  }

  @Test("Functions stand beside their derivatives, and the greatest slopes are marked.")
  func sigmoidAndRelu() async throws {
    let charts = try await charts("[sigmoid, relu]")
    try #require(charts.count == 2)
    #expect(charts[0].series.map(\.name) == [.verbatim("sigmoid"), .verbatim("relu")])
    #expect(charts[0].series[1].points == [.init(-4, 0), .init(0, 0), .init(4, 4)])
    let sigmoid = charts[0].series[0].points
    #expect(sigmoid.count < 60)
    for point in sigmoid { #expect(abs(point.y - 1 / (1 + exp(-point.x))) < 1e-6, "\(point.x)") }
    for point in charts[1].series[0].points {
      let y = 1 / (1 + exp(-point.x))
      #expect(abs(point.y - y * (1 - y)) < 1e-6, "\(point.x)")
    }
    let marks = charts[1].series[2]
    #expect(marks.form == .rings)
    #expect(marks.points.map(\.y) == [0.25, 1])
    #expect(marks.points[0].x == 0)
    #expect(charts[1].reading == .phrase(.greatestSlopes, ["sigmoid 0.25, relu 1"]))
    #expect(charts.map(\.numbers.rows.count) == [9, 9])
  }

  @Test("Straight lines between the points are nowhere farther from a function than can be seen.")
  func thinning() async throws {
    let points = try await charts("tanh")[0].series[0].points
    for (one, other) in zip(points, points.dropFirst()) {
      for step in 0...10 {
        let share = Double(step) / 10
        let x = one.x + share * (other.x - one.x)
        #expect(abs(one.y + share * (other.y - one.y) - tanh(x)) <= 2.0 / 500 + 1e-4, "\(x)")
      }
    }
  }

  @Test("Every activation of one number can be drawn.", arguments: Activations.catalogue.names)
  func all(_ name: String) async throws {
    let isDrawn = !["softmax", "log_softmax"].contains(name)
    #expect(Activations.catalogue[name]?.standard.isElementwise == isDrawn)
    guard isDrawn else { return }
    let charts = try await charts("[\(name)]")
    #expect(charts.count == 2 && charts.allSatisfy(\.isSound))
    #expect(charts.flatMap(\.series).flatMap(\.points).allSatisfy { $0.y.isFinite })
  }

  @Test(
    "What cannot be drawn is refused where it is written.",
    arguments: [
      ("what: activation\nfunctions: 1️⃣softmax", "TB-P-148"),
      ("what: activation\nfunctions: [relu]\nmetrics: 1️⃣loss", "TB-P-132"),
      ("fits: quick\nfunctions: 1️⃣relu", "TB-P-132"),
      ("what: activation", "TB-O-102"),
    ])
  func refused(_ options: String, _ code: String) throws {
    let notebook = try TestNotebook(TestNotebook.flowerCells + "```{plot}\n\(options)\n```\n")
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    #expect(diagnostics.map(\.code) == [code])
    if let place = notebook.markers["1️⃣"] { #expect(diagnostics.first?.range.start == place) }
  }
}
