import ArgumentParser
import Foundation

/// Other libraries that do the same work, through scripts that print `median SECONDS` for their epochs.
struct Peers {
  /// The script for dense networks; `nil` for none.
  let script: String?
  /// The script for networks with other layers; `nil` for none.
  let layerScript: String?
  /// The script for searches; `nil` for none.
  let sweepScript: String?
  let python: String
  let names: [String]
  /// The names of the libraries that search.
  let tuners: [String]
  /// The number of epochs, of which the first does not count.
  let epochs: Int

  /// - Returns: The median seconds of an epoch; `nil` without a script for it.
  func time(_ name: String, _ work: NetworkWork, mnist: URL) throws -> [Double]? {
    guard let script else { return nil }
    return try time(
      name, script,
      arguments: [
        mnist.path, name, "\(work.hiddenLayers - 1)", type(of: work.activation).name, "\(work.learningRate)",
        "\(epochs)",
      ],
      environment: [
        "UNITS": "\(work.units)", "BATCH": "\(work.batchSize)", "SCALE": "\(work.divisor)",
      ])
  }

  /// - Returns: The median seconds of an epoch; `nil` without a script for it, and for libraries without layers.
  func time(_ name: String, _ work: LayerWork, mnist: URL) throws -> [Double]? {
    guard let layerScript, !Self.withoutLayers.contains(name) else { return nil }
    return try time(
      name, layerScript, arguments: [mnist.path, name, work.name, "\(epochs)"],
      environment: ["T": "\(LayerWork.threads)"])
  }

  /// - Returns: The seconds of a whole search with so many processes; `nil` without a script for it.
  func time(_ tuner: String, processes: Int, mnist: URL) throws -> [Double]? {
    guard let sweepScript else { return nil }
    return try time(
      tuner, sweepScript,
      arguments: [mnist.path, tuner, "\(processes)", "\(SweepWork.trials)", "\(SweepWork.epochs)"],
      environment: [:])
  }

  /// Libraries in which the script for dense networks writes everything by hand.
  private static let withoutLayers = ["numpy", "jax-scan"]

  private func time(
    _ name: String, _ script: String, arguments: [String], environment: [String: String]
  ) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard process.terminationStatus == 0, let place = words.firstIndex(of: "median"),
      words.indices.contains(place + 1), let median = Double(words[place + 1])
    else {
      throw ValidationError(
        "\(name) was not timed: \(python) \(script) ended with \(process.terminationStatus). "
          + "Leave it out with --libraries or --tuners, or install it for \(python).")
    }
    return [median]
  }
}
