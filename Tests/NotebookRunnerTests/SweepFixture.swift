import Diagnostics
import Engine
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax

/// Sweeps with made-up results.
enum SweepFixture {
  typealias Trial = SweepResults.Trial

  static let accuracy = RecordedQuantity(
    Quantity(
      name: "accuracy", better: .higher, unit: .share, countsSamples: true,
      label: .init(english: "accuracy", japanese: "正解率")), .validation)
  static let loss = RecordedQuantity(
    Quantity(name: "loss", better: .lower, unit: .plain, label: .init(english: "loss", japanese: "損失")),
    .validation)

  static let rate = SweepResults.Parameter(
    name: "learning_rate", scale: .logarithmic, range: 0.001...1, role: nil)
  static let momentum = SweepResults.Parameter(
    name: "optimizer.sgd.momentum", scale: .linear, range: 0...0.99, role: nil)

  static func choices(
    _ name: String, _ choices: [String], role: SweepResults.Parameter.Role? = nil
  ) -> SweepResults.Parameter {
    .init(name: name, scale: .choices(choices), range: nil, role: role)
  }

  static func trial(
    _ number: Int, _ places: [Double], _ settings: [String]? = nil, scores: [Double], curve: [Double] = [],
    cost: Int = 5, end: SweepResults.End = .finished
  ) -> Trial {
    Trial(
      number: number, settings: settings ?? places.map { "\($0)" }, places: places, scores: scores,
      curve: curve, cost: cost, end: end)
  }

  static func results(
    _ parameters: [SweepResults.Parameter], _ trials: [Trial], metric: RecordedQuantity = accuracy,
    brackets: [[SweepResults.Rung]] = [], countsBestEpoch: Bool = false
  ) -> SweepResults {
    let scored = trials.filter { $0.score?.isFinite ?? false }
    let best = scored.min { one, other in
      let (first, second) = (one.score ?? 0, other.score ?? 0)
      return metric.quantity.better == .higher ? first > second : first < second
    }
    return SweepResults(
      metric: metric, countsBestEpoch: countsBestEpoch, parameters: parameters, trials: trials,
      brackets: brackets,
      best: best?.number)
  }

  /// Trials over a learning rate, a number of units and a momentum, those with a great rate failed.
  static func search(_ count: Int, seeds: Int = 3, epochs: Int = 5, failing limit: Double = 0.6)
    -> SweepResults
  {
    let units = ["16", "32", "64"]
    let trials = (0..<count).map { number -> Trial in
      let (first, second) = (turn(number, 0.618_033_988_749), turn(number, 0.754_877_666_246))
      let rate = 0.001 * power(1.071_519_305_237_6, first * 100)
      let choice = number % 3
      let settings = [
        "\((rate * 10_000).rounded() / 10_000)", units[choice], "\((second * 99).rounded() / 100)",
      ]
      let places = [rate, Double(choice), second * 0.99]
      guard rate < limit else {
        return trial(
          number, places, settings, scores: [], cost: seeds, end: .failed("the loss is NaN in epoch 1"))
      }
      let distance = first - 0.6
      let goal =
        0.97 - 1.3 * distance * distance + 0.01 * Double(choice) - 0.05 * (second - 0.5) * (second - 0.5)
      let scores = (0..<seeds).map { goal + 0.006 * (turn(number * 7 + $0, 0.569_840_291) - 0.5) }
      let mean = scores.reduce(0, +) / Double(seeds)
      let curve = (1...epochs).map { mean - 0.5 * (1 / Double($0) - 1 / Double(epochs)) }
      return trial(number, places, settings, scores: scores, curve: curve, cost: seeds * epochs)
    }
    return results([rate, choices("hidden_units", units), momentum], trials)
  }

  private static func turn(_ number: Int, _ step: Double) -> Double {
    let turns = Double(number + 1) * step
    return turns - turns.rounded(.down)
  }

  /// Returns a power with a whole exponent.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { power, _ in power * base }
  }

  /// A page with these outputs.
  static func page(_ outputs: [Output], language: String = "en") -> String {
    let text = "---\nlang: \(language)\n---\n\nA sweep.\n\n```{plot}\nruns: [a]\n```\n"
    let cell = CellOutcome(
      name: nil, directive: "plot", line: 1, status: .ok, saved: .none, seconds: 0, value: .record([]),
      outputs: outputs,
      presentation: CellPresentation(
        echo: false, output: true, caption: nil, alternativeText: nil, summary: []), digest: "0f")
    let outcome = NotebookOutcome(
      title: "Sweep", subtitle: nil, cells: [cell], inlineValues: [:], notices: [],
      provenance: Provenance(
        notebook: "sweep.md", notebookDigest: "ab", engineVersion: "1.0", numericsVersion: 1, seed: 0,
        parameters: [], data: [], cells: []))
    return Page.render(
      document: NotebookParser.parse(SourceFile(path: "sweep.md", text: text)).document, outcome: outcome,
      navigation: PageNavigation())
  }
}
