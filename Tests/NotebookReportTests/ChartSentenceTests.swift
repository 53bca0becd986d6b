import Foundation
import NotebookReport
import NotebookResults
import Testing

@Suite struct ChartSentenceTests {
  private func description(
    _ lines: [LineChart.Line], quantity: Label = .accuracy, language: String = "en"
  ) -> String {
    let isLoss = quantity == .loss
    let chart = LineChart(
      quantity: .label(quantity), unit: isLoss ? .plain : .fraction, better: isLoss ? .lower : .higher,
      lines: lines)
    let page = PageFixture.page(
      "---\nlang: \(language)\n---\n\n```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.chart(chart)])])
    guard let start = page.range(of: "<desc>"),
      let end = page.range(of: "</desc>", range: start.upperBound..<page.endIndex)
    else { return "" }
    return page[start.upperBound..<end.lowerBound].replacingOccurrences(of: "\u{A0}", with: " ")
  }

  private func run(
    _ validation: [Double], training: [Double]? = nil, name: String = "run"
  ) -> [LineChart.Line] {
    (training.map { [LineChart.Line(run: name, role: .training, values: $0)] } ?? [])
      + [LineChart.Line(run: name, role: .validation, values: validation)]
  }

  @Test("A rise is told from its ends, with the distance of the training.")
  func rises() {
    let values = stride(from: 0.28, through: 0.865, by: 0.065).map(\.self)
    let training = values.dropLast() + [0.855]
    #expect(
      description(run(values, training: Array(training)))
        == "Validation accuracy rises from 28% to 87% over ten epochs; training ends 1 point below it.")
    #expect(
      description(run(values, training: Array(training)), language: "ja")
        == "検証正解率は10エポックで28%から87%に上がります。学習データでの最後の値はそれより1ポイント低くなっています。")
  }

  @Test("A fall, and a best epoch that is not the last.")
  func falls() {
    #expect(
      description(run([2.3, 0.5, 0.61], training: [2.0, 0.4, 0.3]), quantity: .loss)
        == "Validation loss falls from 2.30 to 0.61 over three epochs; training ends 0.31 below it. "
        + "It is best in epoch 2, at 0.50.")
    #expect(
      description(run([2.3, 0.5, 0.61]), quantity: .loss, language: "ja")
        == "検証損失は3エポックで2.30から0.61に下がります。最良はエポック2の0.50です。")
  }

  @Test("What does not move stays, and no epoch of it is best.")
  func stays() {
    #expect(
      description(run([0.1135, 0.1135, 0.1135], training: [0.11, 0.112, 0.1135]))
        == "Validation accuracy stays at 11% over three epochs; training ends level with it.")
  }

  @Test("A single epoch is told as such.")
  func single() {
    #expect(description(run([0.5])) == "Validation accuracy is 50% after one epoch.")
  }

  @Test("A training that breaks down is told with its epoch.")
  func breaksDown() {
    #expect(
      description(run([2.3, .nan, .nan]), quantity: .loss)
        == "Validation loss: training breaks down in epoch 2.")
    #expect(description([.init(run: "a", role: .training, values: [])]).hasSuffix("there are no values."))
  }

  @Test("Several runs are ranked by where they end.")
  func several() {
    let lines =
      run([0.5, 0.65], name: "first") + run([0.3, 0.9455], name: "relu")
      + run([0.2, .infinity], name: "deep")
    #expect(
      description(lines)
        == "Validation accuracy of three runs over two epochs. The highest at the end is relu at 95%, then first at "
        + "65%. The training of deep breaks down in epoch 2.")
    #expect(
      description(lines, language: "ja")
        == "3件の学習の検証正解率を比べます（2エポック）。最後の値が高い順に、relu（95%）、first（65%）です。deepの学習はエポック2で破綻しています。")
  }
}
