import NotebookResults
import Testing

@Suite struct ChartStyleTests {
  private func chart(_ runs: [String] = ["fast", "slow"]) -> LineChart {
    LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: runs.map { .init(run: $0, role: .validation, values: [0.2, 0.7, 0.8, 0.9]) })
  }

  private func page(_ outputs: [Output], _ style: ChartStyle, language: String = "en") -> String {
    PageFixture.page(
      "---\nlang: \(language)\n---\n\n```{plot}\n```\n",
      cells: [PageFixture.cell(outputs: outputs, chartStyle: style)]
    ).replacing("\u{A0}", with: " ")
  }

  /// The wide drawing and the narrow one.
  private func drawings(_ page: String) -> [Substring] {
    page.matches(of: /<svg [^>]*class="chart (?:wide|narrow)".*?<\/svg>/.dotMatchesNewlines()).map(\.output)
  }

  @Test("An axis begins and ends where its author says, and what is outside is cut off, which the page says.")
  func limits() {
    let page = page([.chart(chart())], ChartStyle(ylim: 0.65...0.95))
    for drawing in drawings(page) {
      #expect(drawing.contains(">90%<") && drawing.contains(">70%<") && !drawing.contains(">20%<"))
      #expect(drawing.contains("<clipPath id=") && drawing.contains("clip-path=\"url(#cell-1-1-"))
    }
    #expect(drawings(page).count == 2)
    #expect(page.contains("Values below 65.0% are cut off at the frame."))
    let both = self.page([.chart(chart())], ChartStyle(ylim: 0.65...0.85))
    #expect(both.contains("Values below 65.0% or above 85.0% are cut off at the frame."))
    #expect(
      self.page([.chart(chart())], ChartStyle(ylim: 0.65...0.95), language: "ja").contains("枠の外のため描いていません"))
    #expect(!self.page([.chart(chart())], ChartStyle(ylim: 0...1)).contains("cut off"))
    #expect(!self.page([.chart(chart())], .automatic).contains("clipPath"))
  }

  @Test("Both drawings have the author's names and notes, and say them to readers of a screen.")
  func names() {
    let style = ChartStyle(
      title: "Two <b>rates</b>", xLabel: "Pass", yLabel: "Read & right",
      lineNames: ["fast": "<i>large</i>"], annotations: [.init(epoch: 3, text: "it \"turns\" <here>")])
    let page = page([.chart(chart())], style)
    #expect(page.contains("<p class=\"output-title\">Two &lt;b&gt;rates&lt;/b&gt;</p>"))
    for drawing in drawings(page) {
      for text in [">Pass<", ">Read &amp; right<", "&lt;i&gt;large", "slow", "&lt;here&gt;"] {
        #expect(drawing.contains(text), "\(text)")
      }
      #expect(!drawing.contains("<b>") && !drawing.contains("<i>") && !drawing.contains(">fast"))
      #expect(drawing.contains("Marked at epoch 3: it"))
    }
    let japanese = self.page([.chart(chart())], style, language: "ja")
    #expect(japanese.contains(/エポック ?3の注記：it (?:"|&quot;)turns(?:"|&quot;) &lt;here&gt;。/))
  }

  @Test("A run with another name in one chart keeps its colour, and the lines of one run are named by role.")
  func colours() {
    let first = PageFixture.cell(outputs: [.chart(chart(["a"])), .chart(chart(["b", "a"]))])
    let style = ChartStyle(lineNames: ["a": "again", "validation": "unseen"])
    let second = PageFixture.cell(line: 4, outputs: [.chart(chart(["b", "a"]))], chartStyle: style)
    let page = PageFixture.page("```{plot}\n```\n\n```{plot}\n```\n", cells: [first, second])
    #expect(page.contains(/<g class="series-0">(<path[^>]*>)?<text class="label"[^>]*>again/))
    let alone = self.page([.chart(chart(["a"]))], ChartStyle(lineNames: ["validation": "unseen"]))
    #expect(alone.contains(">unseen"))
  }

  @Test("A drawing has the height and the width that its author gives; the narrow one keeps its width.")
  func sizes() {
    let page = page([.chart(chart())], ChartStyle(height: 180, width: 400))
    #expect(page.contains(/class="chart wide" viewBox="0 0 400 180"[^>]* width="400"/))
    #expect(page.contains(/class="chart narrow" viewBox="0 0 340 180"[^>]*font-size="12.5">/))
  }

  @Test("Charts of one cell stand beside one another, or below one another, as their author says.")
  func columns() {
    let numbers = Table(columns: [], rows: [])
    let curves = Output.curves(TrainingCurves(charts: [chart(["a"]), chart(["a"])], numbers: numbers))
    #expect(page([curves], ChartStyle(columns: 2)).contains("class=\"multiples columns-2\""))
    let below = page([curves], ChartStyle(columns: 1))
    #expect(!below.contains("class=\"multiples") && drawings(below).count == 4)
    let row = page([.chart(chart()), .chart(chart()), .text(.verbatim("w"))], ChartStyle(columns: 3))
    #expect(row.ranges(of: "class=\"multiples columns-3\"").count == 1)
    #expect(drawings(row).count == 2 && row.ranges(of: "viewBox=\"0 0 224 ").count == 2)
  }

  @Test("Texts of annotations stand beside their lines without touching, however many and long they are.")
  func annotations() {
    let notes = (1...4).map {
      ChartStyle.Annotation(epoch: $0, text: String(repeating: "long text ", count: 7))
    }
    for drawing in drawings(page([.chart(chart())], ChartStyle(annotations: notes))) {
      let texts = drawing.matches(
        of: /<text class="category haloed" x="([\d.]+)" y="([\d.]+)"( text-anchor="end")?>([^<]*)</)
      #expect(texts.count >= 4)
      let width = drawing.contains("viewBox=\"0 0 720 ") ? 720.0 : 340
      var boxes: [(ClosedRange<Double>, Double)] = []
      for text in texts {
        let (x, y) = (Double(text.output.1) ?? -1, Double(text.output.2) ?? -1)
        let length = Double(text.output.4.count) * 0.61 * 12.5
        let span = text.output.3 == nil ? x...x + length : x - length...x
        #expect(span.lowerBound >= -1 && span.upperBound <= width + 1 && y > 20)
        #expect(!boxes.contains { $0.0.overlaps(span) && abs($0.1 - y) < 12 })
        boxes.append((span, y))
      }
    }
  }
}
