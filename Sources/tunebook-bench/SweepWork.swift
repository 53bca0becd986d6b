import Diagnostics
import Foundation
import NotebookRunner

/// A whole search for settings of the tutorial's network, the work that tuners of other libraries do too.
enum SweepWork {
  static let (trials, epochs) = (32, 5)
  /// The numbers of processes with which each tuner is timed.
  private static let processes = [1, 2]

  /// A random search over the learning rate and the momentum, which ranks by 10,000 images that are not learned.
  private static let notebook = """
    ```{load} mnist
    dataset: mnist
    fallback: digits
    validation: 10000
    ```

    ```{model} net
    layers:
      - flatten
      - {repeat: 3, layers: [dense: {units: 30, activation: sigmoid}]}
      - dense: {units: 10, activation: softmax}
    ```

    ```{fit} base
    model: net
    data: mnist
    optimizer: sgd
    metrics: [accuracy]
    validation_data: mnist
    batch_size: 50
    epochs: \(epochs)
    eval: false
    ```

    ```{sweep} search
    fit: base
    parameters:
      learning_rate: {min: 0.001, max: 0.1, distribution: log_uniform_values}
      momentum: {min: 0, max: 0.9}
    method: random
    trials: \(trials)
    ```
    """

  static func measure(_ context: BenchContext) async throws -> [Measurement] {
    let source = SourceFile(path: "sweep.md", text: notebook)
    let seconds = try await context.time {
      let plan = try NotebookWork.plan(source, context.locations)
      _ = try await NotebookWork.run(plan, context.locations)
    }
    let work = "\(trials) trials of \(epochs) epochs"
    var own = Measurement("sweep", work, seconds)
    var others: [Measurement] = []
    if let folder = context.data.folder {
      for tuner in context.peers.tuners {
        for processes in processes {
          guard let seconds = try context.peers.time(tuner, processes: processes, mnist: folder) else {
            continue
          }
          let name = "\(tuner), \(processes) process\(processes == 1 ? "" : "es")"
          let other = Measurement("sweep", name, seconds)
          own.timesFaster[name] = other.median / own.median
          others.append(other)
        }
      }
    }
    let rates = ([own] + others).map { measurement in
      Measurement(
        "sweep", "  \(measurement.part == work ? "Tunebook" : measurement.part)", in: .perMinute,
        measurement.values.map { Double(trials) * 60 / $0 })
    }
    return [own] + others + rates
  }
}
