import Diagnostics
import NotebookReport
import NotebookResults
import Testing

@Suite struct HostileTextTests {
  /// Ends every kind of place text can stand in, and would leave a mark in each.
  private static let evil =
    "</title></script></style></textarea>--><x-evil>'\" x-evil=\"&lt;\u{0}\u{7}{0}`</svg>" + controls

  /// All characters that turn the direction of text.
  private static let controls = String(String.UnicodeScalarView(BidirectionalControl.all))

  private static var outputs: [Output] {
    let words = Words.verbatim(evil)
    return [
      .table(
        Table(
          title: words, columns: [.init(words, .text), .init(.phrase(.from, [evil]), .text)],
          rows: [[.words(words), .code(evil)], [.change(name: evil, from: evil, to: evil), .empty]])),
      .chart(
        LineChart(
          quantity: words, unit: .plain, better: .lower,
          lines: [
            .init(run: evil, role: .validation, values: [1, 0.5]),
            .init(run: evil + "2", role: .training, values: [2]),
          ])),
      .confusionMatrix(ConfusionMatrix(classes: [evil, "b"], counts: [[1, 2], [3, 4]])),
      .xyCharts([
        XYChart(
          title: words, x: .init(words, .plain), y: .init(words, .count),
          series: [
            .init(words, .points, [.init(1, .nan), .init(2, 3)]),
            .init(words, .histogram, [.init(0, 1), .init(1, 0)]),
          ], reference: .init(words, from: .init(0, 0), to: .init(1, 1)), reading: words,
          numbers: Table(columns: [.init(words, .text)], rows: [[.words(words)]]))
      ]),
      .outcomes(BinaryOutcomes(counts: [[1, 2], [3, 4]], classes: [evil, evil + "2"], positive: 1)),
      .images(
        ImageGrid(
          title: words, height: 1, width: 1, items: [.init(pixels: [9], caption: words, isRight: false)])),
      .numberGrid(NumberGrid(title: words, values: [[1, .nan]])),
      .claims([
        Claim(
          line: 1, range: 0..<1, source: evil, verdict: .notChecked(words), left: evil, right: evil,
          readings: [.init(path: evil, value: evil)])
      ]),
      .text(words), .notice(Notice(.failure, words)),
    ]
  }

  private static func page(language: String) -> String {
    let markdown = """
      ---
      lang: \(language)
      author: 'a </p><x-evil>\(controls)'
      date: '"><x-evil>'
      description: '"><x-evil x-evil="'
      ---
      # H </h1><x-evil> `<x-evil>\(controls)` \(controls)

      ## One <x-evil>

      ## Two

      <x-evil> a <x-evil x-evil="1"> [l](<" x-evil="> "\\" x-evil=\\"") ![i" x-evil="](javascript:x-evil)
      [j](javascript:alert(1)) {value}`v`[^"x] \(controls) [^\u{202E}b] [k](\u{202E}.md "\u{202E}") $\\text{\u{202E}}$ $\\text{</math><x-evil>}$ $"</math><x-evil x-evil="$ $\\x<x-evil>$

      ```x-evil" x-evil="
      </code></pre><x-evil>\(controls)
      ```

      ```{plot} one
      caption: '<x-evil>' # <x-evil>\(controls)
      ```

      ```{fit}
      ```

      ```{fit}
      ```

      [^"x]: <x-evil>

      [^\u{202E}b]: \(controls)
      """
    return PageFixture.page(
      markdown,
      cells: [
        PageFixture.cell(
          name: "one", line: 19, outputs: outputs, echo: true, caption: evil, alternativeText: evil,
          summary: [.code(evil), .words(.verbatim(evil))]),
        PageFixture.cell("fit", status: .failed(message: evil, help: evil), echo: true),
        PageFixture.cell("fit", status: .skipped(because: evil), echo: true),
      ], values: ["v": .text(evil)],
      notices: [Notice(.warning, .phrase(.fallbackData, [evil, evil, evil]), line: 19)],
      title: evil,
      provenance: PageFixture.provenance(
        parameters: [.init(name: evil, value: evil)],
        data: [.init(cell: evil, dataset: evil, origin: .ownFile, digests: [evil: evil])]
      ))
  }

  @Test("Text of a notebook and its data never becomes markup, wherever it stands.", arguments: ["en", "ja"])
  func everySlot(language: String) {
    let page = Self.page(language: language)
    let markup = MarkupScan(page)
    #expect(markup.faults == [])
    #expect(!markup.tags.contains("x-evil"))
    #expect(!markup.attributes.contains("x-evil"))
    #expect(!markup.attributes.contains { $0.hasPrefix("on") })
    let elsewhere = markup.targets.filter {
      !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("data:image/png;base64,")
        && !$0.hasPrefix("data:image/svg+xml,%3Csvg")
        && !$0.hasPrefix("data:text/markdown;charset=utf-8;base64,")
    }
    #expect(elsewhere == ["%22%20x-evil=%22", "%E2%80%AE.md"])
    #expect(page.components(separatedBy: "&lt;x-evil&gt;").count > 40)
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!BidirectionalControl.occurs(in: page))
    for control in BidirectionalControl.all {
      let name = BidirectionalControl.name(of: control)
      #expect(page.contains("<span class=\"control\">\(name)</span>") && page.contains("[\(name)]"))
    }
    #expect(page.contains("\\u202e") && page.contains("id=\"fn-[U+202E]b\""))
    #expect(page.contains("href=\"#fn-%5BU+202E%5Db\""))
  }

  @Test("A page without characters that turn the direction of text knows nothing of marks.")
  func noMarks() {
    let page = PageFixture.page("# A title\n\nאבג and 日本語.\n")
    #expect(page.contains("אבג") && !page.contains("control"))
  }

  @Test("Drawings are well-formed on their own.")
  func drawings() {
    let page = Self.page(language: "en")
    let drawings = page.components(separatedBy: "<svg ").dropFirst().map { part in
      "<svg " + part.components(separatedBy: "</svg>")[0] + "</svg>"
    }
    #expect(drawings.count == 4)
    for drawing in drawings {
      #expect(drawing.contains("xmlns=\"http://www.w3.org/2000/svg\""))
      #expect(MarkupScan(drawing).faults == [])
      #expect(!drawing.contains("<span"))
    }
  }
}
