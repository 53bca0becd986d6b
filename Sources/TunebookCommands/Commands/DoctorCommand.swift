import ArgumentParser
import Datasets
import Engine
import Foundation

/// The `tunebook doctor` command, which reports the machine's capabilities and how they are used.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says which instruction set and how many threads are used, and where MNIST is.",
    discussion: """
      Example:
        tunebook doctor
      """)

  @OptionGroup var data: DataOptions

  func run() async throws {
    let instructionSet = try InstructionSet.ofProcess()
    let supported = InstructionSet.supported.map(\.rawValue).joined(separator: ", ")
    let locations = try data.locations(notebookFolder: URL(fileURLWithPath: "."))
    let rows = [
      ("tunebook", "\(Engine.version), numerics \(Engine.numericsVersion)"),
      ("instructions", "\(instructionSet.rawValue) (this processor runs \(supported))"),
      ("threads", "\(ProcessInfo.processInfo.activeProcessorCount)"),
      ("MNIST", mnist(in: locations)),
      ("downloads", locations.downloads.isAllowed ? "allowed" : "off: TUNEBOOK_OFFLINE is set"),
      ("cache", locations.cacheFolder.path),
    ]
    for (name, value) in rows {
      print(name.padding(toLength: 14, withPad: " ", startingAt: 0) + value)
    }
  }

  private func mnist(in locations: DatasetLocations) -> String {
    do {
      return try MNIST.folder(in: locations).map { "in \($0.path)" } ?? "not here; "
        + (locations.downloads.isAllowed ? "run downloads it" : "digits drawn in process can take its place")
    } catch {
      return error.message
    }
  }
}

extension InstructionSet {
  /// Returns the instruction set that this process uses.
  ///
  /// - Throws: `ExitCode.wrong`, after printing why the one set in the environment cannot be used.
  static func ofProcess() throws -> InstructionSet {
    do {
      return try choose(forced: ProcessInfo.processInfo.environment[environmentVariable])
    } catch {
      Console.print(error)
      throw ExitCode.wrong
    }
  }
}
