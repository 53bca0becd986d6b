import Foundation

/// One run of the built command in a folder of its own.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// The command, which is built into the folder of the test runner.
  static let command = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("tunebook")

  /// A new folder with the given files, which the caller removes.
  static func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tunebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, content) in files { try Data(content.utf8).write(to: folder.appendingPathComponent(name)) }
    return folder
  }

  /// Nothing of the environment of the tests but what sanitizers are told.
  static func environment(home: URL) -> [String: String] {
    var environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "TUNEBOOK_OFFLINE": "1"]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    return environment
  }

  /// - Parameters:
  ///   - folders: the folders in which programs are found, if they are not those of the system.
  ///   - environment: variables that are set besides the usual ones, or in place of them.
  ///   - interruption: the run is interrupted once standard error says this, within two minutes.
  ///   - standardOutput: the path of a device that takes standard output.
  init(
    _ arguments: [String], in folder: URL, programsIn folders: [String]? = nil,
    environment: [String: String] = [:],
    interruptAt interruption: String? = nil,
    standardOutput: String? = nil
  ) throws {
    let process = Process()
    process.executableURL = Self.command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment(home: folder).merging(environment) { $1 }
    if let folders { process.environment?["PATH"] = folders.joined(separator: ":") }
    // Files rather than pipes, which a long page would fill.
    let files = ["stdout", "stderr"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(
      forWritingTo: standardOutput.map { URL(fileURLWithPath: $0) } ?? files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let interruption {
      let deadline = Date(timeIntervalSinceNow: 120)
      while try !String(contentsOf: files[1], encoding: .utf8).contains(interruption), deadline > .now {
        Thread.sleep(forTimeInterval: 0.05)
      }
      process.interrupt()
    }
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: files[0], encoding: .utf8)
    errors = try String(contentsOf: files[1], encoding: .utf8)
    for file in files { try FileManager.default.removeItem(at: file) }
  }
}
