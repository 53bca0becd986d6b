import Engine
import Foundation
import Writing

/// Measurements as a table for people or as JSON for programs.
struct BenchReport {
  let instructionSet: InstructionSet
  let cores: Int
  let dataset: String

  private struct File: Encodable {
    struct Row: Encodable {
      let subject: String
      let part: String
      let unit: String
      let median: Double
      let values: [Double]
      let timesFaster: [String: Double]
    }

    let engine: String
    let instructionSet: String
    let cores: Int
    let dataset: String
    let measurements: [Row]
  }

  func printHeading() {
    Swift.print(
      "Tunebook \(Engine.version), \(instructionSet.rawValue) on \(cores) cores, data: \(dataset)\n\n"
        + line(["subject", "part", "median", "least", "most", "unit"]))
  }

  func print(_ measurements: [Measurement]) {
    for measurement in measurements {
      let ratios = measurement.timesFaster.sorted { $0.value < $1.value }
        .map { "\($0.key) takes \(NumberFormat.fixed($0.value, digits: 2)) times as long" }
      Swift.print(
        line([
          measurement.subject, measurement.part, number(measurement.median),
          number(measurement.values.min() ?? .nan), number(measurement.values.max() ?? .nan),
          measurement.unit.rawValue,
        ]))
      for ratio in ratios { Swift.print("    " + ratio) }
    }
  }

  func printJSON(_ measurements: [Measurement]) throws {
    let file = File(
      engine: Engine.version, instructionSet: instructionSet.rawValue, cores: cores, dataset: dataset,
      measurements: measurements.map {
        File.Row(
          subject: $0.subject, part: $0.part, unit: $0.unit.rawValue, median: $0.median, values: $0.values,
          timesFaster: $0.timesFaster)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    Swift.print(String(decoding: try encoder.encode(file), as: UTF8.self))
  }

  private func line(_ columns: [String]) -> String {
    zip(columns, [10, 26, 10, 10, 10, 12]).map { text, width in
      text.padding(toLength: max(width, text.count + 1), withPad: " ", startingAt: 0)
    }.joined()
  }

  private func number(_ value: Double) -> String {
    NumberFormat.fixed(value, digits: value >= 100 ? 0 : value >= 1 ? 3 : 4)
  }
}
