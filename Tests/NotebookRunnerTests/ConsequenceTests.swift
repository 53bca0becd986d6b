import Diagnostics
import Foundation
import Testing

/// One mistake gives one error, where it stands.
@Suite struct ConsequenceTests {
  private static let whole = """
    ---
    title: One mistake
    params:
      units: {default: 8, min: 1, max: 20}
      rate: 0.1
    ---

    ```{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    test_split: 0.25
    ```

    ```{model} net
    params: {depth: 1, activation: relu}
    layers:
      - repeat: ${depth}
        layers: [dense: {units: "${units}", activation: "${activation}"}]
      - dense: {units: 3, activation: softmax}
    ```

    ```{fit} plain
    model: net
    data: flowers
    optimizer: {sgd: {learning_rate: "${rate}"}}
    validation_split: 0.2
    metrics: accuracy
    epochs: 2
    ```

    ```{fit} longer
    from: plain
    epochs: 4
    ```

    ```{model} deeper
    from: net
    params: {depth: 3}
    ```

    ```{fit} deep
    from: plain
    model: deeper
    ```

    ```{plot} curves
    fits: [plain, longer]
    caption: Both
    ```

    ```{compare} runs
    fits: [plain, longer]
    ```

    See @fig-curves: {value}`longer.val_accuracy | percent(1)` for {value}`params.units` units.

    ```{expect}
    - longer.epochs > plain.epochs
    - plain.val_accuracy >= 0
    ```

    """

  struct Mistake: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    let code: String

    init(_ from: String, _ to: String, _ code: String) { (self.from, self.to, self.code) = (from, to, code) }

    var testDescription: String { to }
  }

  @Test(
    "A mistake is reported once, in its line, and nothing that follows from it.",
    arguments: [
      Mistake("title: One mistake", "title: One: mistake", "TB-S-131"),
      Mistake("default: 8, min", "default: 80, min", "TB-O-104"),
      Mistake("{default: 8, min: 1, max: 20}", "{default: 8, min: 1, max: 20", "TB-S-129"),
      Mistake("  units: {default", "  Units: {default", "TB-F-103"),
      Mistake("params:\n  units", "parameters:\n  units", "TB-O-101"),
      Mistake("{fit} deep", "{fit} longer", "TB-P-102"),
      Mistake("{load} flowers", "{laod} flowers", "TB-P-101"),
      Mistake("```{load} flowers", "```load flowers", "TB-P-133"),
      Mistake("dataset: {csv", "datasets: {csv", "TB-O-101"),
      Mistake("flowers.csv", "flower.csv", "TB-D-101"),
      Mistake("label: kind", "label: kinds", "TB-D-127"),
      Mistake("```{model} net", "```model net", "TB-P-133"),
      Mistake("units: \"${units}\", activation", "unit: \"${units}\", activation", "TB-O-101"),
      Mistake("params: {depth: 1, activation: relu}", "parms: {depth: 1, activation: relu}", "TB-O-101"),
      Mistake("params: {depth: 1, activation: relu}", "params: depth", "TB-O-103"),
      Mistake("params: {depth: 3}", "params: depth", "TB-O-103"),
      Mistake("params: {depth: 3}", "param: {depth: 3}", "TB-O-101"),
      Mistake("activation: softmax}", "activation: softmax", "TB-S-129"),
      Mistake("```{fit} plain", "```fit plain", "TB-P-133"),
      Mistake("```{fit} plain", "```{Fit} plain", "TB-S-106"),
      Mistake("model: net\n", "modle: net\n", "TB-O-101"),
      Mistake("optimizer: {sgd", "potimizer: {sgd", "TB-O-101"),
      Mistake("sgd: {", "sdg: {", "TB-O-105"),
      Mistake("${rate}", "${rat}", "TB-O-111"),
      Mistake("from: plain", "form: plain", "TB-O-101"),
      Mistake("from: plain", "from: plian", "TB-P-104"),
      Mistake("epochs: 4", "epochs: four", "TB-O-103"),
      Mistake("```{plot} curves", "```plot curves", "TB-P-133"),
      Mistake("fits: [plain, longer]\ncaption", "fits: [plain, longre]\ncaption", "TB-P-104"),
      Mistake("```{compare} runs", "```compare runs", "TB-P-133"),
      Mistake("longer.val_accuracy", "longer.val_acuracy", "TB-X-107"),
      Mistake("params.units", "params.unit", "TB-X-107"),
    ])
  func once(_ mistake: Mistake) throws {
    let place = try #require(Self.whole.range(of: mistake.from))
    let text = Self.whole.replacingCharacters(in: place, with: mistake.to)
    let line = Self.whole[..<place.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.map(\.code) == [mistake.code], "\(found.map(\.message))")
    #expect(found.map { notebook.source.location(of: $0.range.start).line } == [line])
  }

  @Test("Without a mistake there is nothing to report.")
  func none() throws {
    let notebook = try TestNotebook(Self.whole)
    defer { notebook.remove() }
    #expect(try notebook.plan().diagnostics.map(\.message) == [])
  }
}
