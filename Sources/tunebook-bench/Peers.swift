import ArgumentParser
import Foundation

/// Other libraries that do the same work, through a script that prints `median SECONDS` for its epochs.
struct Peers {
  let script: String
  let python: String
  let names: [String]
  /// The number of epochs, of which the first does not count.
  let epochs: Int

  /// - Returns: The median seconds of an epoch.
  func time(_ name: String, _ work: NetworkWork, mnist: URL) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      python, script, mnist.path, name, "\(work.hiddenLayers - 1)", type(of: work.activation).name,
      "\(work.learningRate)", "\(epochs)",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "UNITS": "\(work.units)", "BATCH": "\(work.batchSize)", "SCALE": "\(work.divisor)",
    ]) { $1 }
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
          + "Leave it out with --libraries, or install it for \(python).")
    }
    return [median]
  }
}
