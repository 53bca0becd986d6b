import NotebookReport
import NotebookResults
import Testing
import Writing

@Suite("Lines run along any axis that says its name, its scale and whether it counts.")
struct ChartAxisTests {
  private static let rates = LineChart.Axis(
    .term(Term(english: "learning rate", japanese: "学習率")), scale: .log)
  private static let steps = LineChart.Axis(
    .term(Term(english: "step", japanese: "ステップ")), isWhole: true)

  private func page(_ x: LineChart.Axis, _ lines: [LineChart.Line], language: String = "en") -> String {
    let chart = LineChart(quantity: .label(.loss), unit: .plain, better: .lower, x: x, lines: lines)
    let page = PageFixture.page(
      "---\nlang: \(language)\n---\n\n```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.chart(chart)])])
    return page.replacing("\u{A0}", with: " ")
  }

  private func description(_ page: String) -> String? {
    page.firstMatch(of: #/<desc>(.*?)</desc>/#).map { String($0.output.1) }
  }

  /// The horizontal places of the markers of the line in the wide chart, in its order.
  private func places(_ page: String) -> [Double] {
    let path = page.firstMatch(of: /class="line(?: training)?" d="(M.*?)"/)?.output.1 ?? ""
    // A place, and then distances.
    guard let start = path.firstMatch(of: #/M([\d.]+) /#).flatMap({ Double($0.output.1) }) else { return [] }
    let rest = path.split(separator: "l").dropFirst().first ?? ""
    let distances = rest.matches(of: #/-?[\d.]+/#).compactMap { Double($0.output) }
    return stride(from: 0, to: distances.count, by: 2).reduce(into: [start]) { places, index in
      places.append(places[places.count - 1] + distances[index])
    }
  }

  private let search = LineChart.Line(
    run: "search", role: .training, values: [2.3, 2, 0.5, 4], places: [0.001, 0.01, 0.1, 1])

  @Test("Learning rates lie on a logarithmic axis, each power of ten as far from the next.")
  func rates() {
    let page = page(Self.rates, [search])
    #expect(
      description(page)
        == "Training loss rises from 2.30 to 4.00 between learning rate 0.001 and 1. "
        + "It is best at learning rate 0.1, with 0.50.")
    #expect(page.contains("Loss by learning rate"))
    #expect(page.contains("best: 0.500, learning rate 0.1"))
    #expect(page.contains(/>learning rate 0\.01<\/text><text[^>]*>2\.000</))
    #expect(page.contains(">Learning rate</th>"))
    let places = places(page)
    let distances = zip(places.dropFirst(), places).map { $0 - $1 }
    #expect(places.count == 4 && distances.allSatisfy { abs($0 - distances[0]) < 0.11 && $0 > 50 })
    for text in ["0.001", "0.01", "0.1", "1"] {
      #expect(page.contains(">\(text)</text>"))
    }
  }

  @Test("A Japanese page names them in Japanese.")
  func japanese() {
    let page = page(Self.rates, [search], language: "ja")
    #expect(description(page) == "学習損失は学習率0.001〜1で2.30から4.00に上がります。最良は学習率0.1の0.50です。")
    #expect(page.contains("学習率ごとの損失"))
  }

  @Test("Steps are whole numbers, and lines of several runs may have different ones.")
  func steps() {
    let lines = [
      LineChart.Line(run: "a", role: .training, values: [2, 1, 0.5], places: [100, 200, 300]),
      LineChart.Line(run: "b", role: .training, values: [2, 0.9], places: [150, 1200]),
    ]
    let page = page(Self.steps, lines)
    #expect(
      description(page)
        == "Loss of two runs between step 100 and 1,200. The lowest at the end is a at 0.50, then b at 0.90.")
    let rows = page.matches(of: /<tr><td[^>]*>([\d,]+)<\/td>/).map { $0.output.1 }
    #expect(rows == ["100", "150", "200", "300", "1,200"], "\(rows)")
  }

  @Test("Where no places are given the axis counts from 1, under its own name.")
  func counted() {
    let page = page(Self.steps, [.init(run: "a", role: .training, values: [2, 1, 0.5])])
    #expect(description(page) == "Training loss falls from 2.00 to 0.50 over three steps.")
  }

  @Test("The level of chance is drawn where the axis reaches it, or nearly does.")
  func chance() {
    func page(_ values: [Double], chance: Double? = 0.1, language: String = "en") -> String {
      let chart = LineChart(
        quantity: .label(.accuracy), unit: .fraction, better: .higher,
        lines: [.init(run: "a", role: .validation, values: values)], chance: chance)
      return PageFixture.page(
        "---\nlang: \(language)\n---\n\n```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.chart(chart)])]
      ).replacing("\u{A0}", with: " ")
    }
    let line = "<path class=\"chance\""
    for near in [[0.1, 0.9], [0.05, 0.2], [0.1135, 0.1135], [0.2, 0.9], [0.02, 0.08]] {
      #expect(page(near).contains(line) && page(near).contains(">chance 10%</text>"), "\(near)")
    }
    for far in [[0.9, 0.97], [0.45, 0.7]] {
      #expect(!page(far).contains(line) && !page(far).contains(">chance"), "\(far)")
    }
    #expect(page([0.2, 0.9], chance: 1.0 / 3).contains(">chance 33.3%</text>"))
    #expect(!page([0.1, 0.9], chance: nil).contains(line))
    #expect(page([0.1, 0.9], language: "ja").contains(">当てずっぽう 10%</text>"))
  }

  @Test("A chart whose places are not those of its values, or are not on its axis, is not shown.")
  func unsound() {
    func isSound(_ places: [Double], _ x: LineChart.Axis) -> Bool {
      LineChart(
        quantity: .label(.loss), unit: .plain, better: .lower, x: x,
        lines: [.init(run: "a", role: .training, values: [1, 2], places: places)]
      ).isSound
    }
    #expect(isSound([1, 2], Self.rates) && isSound([0, 2], Self.steps))
    #expect(
      !isSound([1], Self.rates) && !isSound([0, 2], Self.rates) && !isSound([1, .infinity], Self.steps))
  }
}
