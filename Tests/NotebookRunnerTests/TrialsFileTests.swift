import Files
import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// The table of trials that leaves the program.
@Suite struct TrialsFileTests {
  private func rows(_ sweeps: String) async throws -> [[String]] {
    let cells = TestNotebook.flowerCells.replacing(
      "validation_data: flowers", with: "validation_split: 0.25\neval: false"
    ).replacing("tanh", with: "relu")
    let notebook = try TestNotebook(cells + "\n" + sweeps)
    defer { notebook.remove() }
    let text = TrialsFile.text(of: try await notebook.run())
    #expect(text.hasPrefix(FileMark.trials.text))
    return text.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(
    "A trial has its end, its epochs, the mean and the deviation of its seeds, each seed, and its settings.")
  func seeds() async throws {
    let rows = try await rows(
      """
      ```{sweep} search
      fit: quick
      seeds: [3, 5]
      trials: 9
      early_terminate: {successive_halving: {min_epochs: 1, eta: 3}}
      parameters: {optimizer.sgd.momentum: {min: 0, max: 0.9}}
      ```
      """)
    #expect(
      rows[0] == [
        "sweep", "trial", "status", "epochs", "val_accuracy", "val_accuracy.std", "val_accuracy.seed_3",
        "val_accuracy.seed_5", "config.momentum",
      ])
    let trials = rows.dropFirst()
    #expect(trials.map { $0[0] } == Array(repeating: "search", count: 9))
    #expect(trials.map { $0[1] } == (0..<9).map(String.init))
    #expect(trials.count { $0[2...3] == ["finished", "3"] } == 3)
    #expect(trials.count { $0[2...3] == ["stopped", "1"] } == 6)
    for trial in trials {
      let numbers = trial[4...].compactMap(Double.init)
      #expect(numbers.count == 5 && (0...0.9).contains(numbers[4]))
      // Two numbers that differ by d have the deviation d/√2.
      #expect(abs(numbers[0] - (numbers[2] + numbers[3]) / 2) < 1e-12)
      #expect(abs(numbers[1] - abs(numbers[2] - numbers[3]) / 2.0.squareRoot()) < 1e-12)
    }
  }

  @Test(
    "Sweeps of one notebook share a table, in which a trial has no value for what it did not set or measure.")
  func several() async throws {
    let rows = try await rows(
      """
      ```{sweep} rates
      fit: quick
      method: grid
      parameters: {learning_rate: [0.1, 1.0e+38]}
      ```

      ```{sweep} sizes
      fit: quick
      method: grid
      metric: val_loss
      parameters: {batch_size: [8, 16]}
      ```
      """)
    #expect(
      rows[0] == [
        "sweep", "trial", "status", "epochs", "val_accuracy", "val_loss", "config.learning_rate",
        "config.batch_size",
      ])
    #expect(rows[2][0...2] == ["rates", "1", "failed"] && rows[2][4...] == ["", "", "1e+38", ""])
    #expect(
      rows[3][0...3] == ["sizes", "0", "finished", "3"] && rows[3][4] == "" && rows[3][6...] == ["", "8"])
    #expect(Double(rows[3][5]) != nil && rows.count == 5)
  }
}
