import Dispatch
import Files
import Foundation
import Synchronization

/// A program of the system, run without a shell.
enum Tool {
  struct Output {
    let status: Int32
    let text: String
    let errors: String
  }

  /// Returns the place of a program on the PATH; `nil` if it is not installed.
  static func place(of name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").lazy.map {
      URL(fileURLWithPath: String($0)).appendingPathComponent(name)
    }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// - Throws: ``ClusterProblem/noSlurm(_:)`` if it is not installed, or that it failed.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], input: String = "") throws(ClusterProblem) -> String
  {
    guard let place = place(of: name) else { throw .noSlurm(name) }
    let output: Output
    do {
      output = try self.output(of: place, arguments, input)
    } catch {
      throw .commandFailed(name, reason: "\(error)")
    }
    guard output.status == 0 else {
      let reason = output.errors.trimmingCharacters(in: .whitespacesAndNewlines)
      throw .commandFailed(name, reason: reason.isEmpty ? "exit code \(output.status)" : reason)
    }
    return output.text
  }

  private static func output(of program: URL, _ arguments: [String], _ input: String) throws -> Output {
    // A file rather than a pipe, which a program that reads nothing would break.
    guard let file = tmpfile() else { throw FileError.system(errno) }
    defer { fclose(file) }
    fputs(input, file)
    rewind(file)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let (standardOutput, standardError) = (Pipe(), Pipe())
    process.standardInput = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false)
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    let errors = Mutex(Data())
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let data = (try? standardError.fileHandleForReading.readToEnd()) ?? nil
      errors.withLock { $0 = data ?? Data() }
    }
    let data = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    group.wait()
    return Output(
      status: process.terminationStatus, text: String(decoding: data, as: UTF8.self),
      errors: errors.withLock { String(decoding: $0, as: UTF8.self) })
  }
}
