import Foundation
import WeightFiles

/// Files of weights.
enum WeightInput {
  /// Reads bytes as a file of weights, from which a training in a notebook then starts.
  static func read(_ bytes: [UInt8], as format: WeightFile) -> Bool {
    guard let arrays = try? format.arrays(in: Data(bytes)) else { return false }
    _ = format.data(of: arrays)
    FuzzFolder.shared.write(bytes, to: "input.\(format.rawValue)")
    return NotebookInput.runOwn(
      """
      ~~~{load} flowers
      dataset: {csv: {path: flowers.csv, label: kind}}
      ~~~

      ~~~{model} net
      layers: [dense: {units: 3, activation: softmax}]
      ~~~

      ~~~{fit}
      model: net
      data: flowers
      weights: input.\(format.rawValue)
      ~~~

      """)
  }
}
