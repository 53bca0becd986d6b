import Engine
import NotebookResults
import Writing

/// The wrong answers that a model was most certain of, as pictures, by confused pair.
enum CertainMistakes {
  /// - Returns: `nil` if the samples are not images, or no wrong answer has a probability above one half.
  static func output(
    of data: LabeledSamples, labels: [Int32], names: [String], answers: [ClassPrediction], count: Int
  ) -> Output? {
    guard data.samples.areImages else { return nil }
    let certain = answers.indices.filter {
      answers[$0].classIndex != labels[$0] && answers[$0].probability > 0.5
    }
    // Equally certain answers stay in the order of the data.
    let ranked = certain.sorted { (answers[$1].probability, $0) < (answers[$0].probability, $1) }
    let chosen = ConfusedPairs.choose(ranked, count: count) { index in
      .init(actual: labels[index], predicted: Int32(answers[index].classIndex))
    }
    guard !chosen.isEmpty else { return nil }
    return .images(
      ImageGrid(
        title: .label(.mostCertainMistakes), height: data.samples.shape[0], width: data.samples.shape[1],
        items: chosen.map { index in
          ImageGrid.Item(
            pixels: data.samples.pixels(index),
            caption: .phrase(
              .certainMistake,
              [
                names[Int(answers[index].classIndex)], names[Int(labels[index])],
                text(Double(answers[index].probability)),
              ]))
        }))
  }

  /// Returns a probability in percent, without rounding anything up to 100%.
  private static func text(_ probability: Double) -> String {
    probability >= 0.9995 ? ">99.9%" : NumberFormat.percent(probability, digits: 1)
  }
}
