import Diagnostics
import Foundation

/// The jobs of one notebook in Slurm, which are known by their names.
package struct Slurm {
  /// The name of the arrays that train.
  package let name: String

  /// The options of a job that are not the user's to set.
  static let ownOptions: Set = ["array", "dependency", "job-name", "parsable", "test-only", "wait", "wrap"]
  /// The number of tasks that an array may have where Slurm does not say.
  private static let standardArraySize = 1001

  /// The name of the jobs that gather results.
  private var gatherName: String { name + "-gather" }

  /// - Parameter notebook: the path of the notebook.
  package init(_ notebook: String) {
    let file = URL(fileURLWithPath: notebook).standardizedFileURL
    let stem = file.deletingPathExtension().lastPathComponent.lowercased().unicodeScalars.filter {
      ("a"..."z").contains($0) || ("0"..."9").contains($0)
    }
    name = "tunebook-" + String(String.UnicodeScalarView(stem.prefix(20))) + "-" + Self.digest(of: file.path)
  }

  /// The FNV-1a hash of a text, in hexadecimal.
  private static func digest(of text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  /// - Throws: a problem if Slurm is not installed.
  static func check() throws(ClusterProblem) {
    for command in ["sbatch", "squeue", "scancel", "scontrol"] where Tool.place(of: command) == nil {
      throw .noSlurm(command)
    }
  }

  /// The largest number of tasks of an array.
  static var largestArray: Int {
    let lines = (try? Tool.run("scontrol", ["show", "config"]))?.split(separator: "\n") ?? []
    let words = lines.map { $0.split(separator: " ") }.first { $0.first == "MaxArraySize" }
    return words?.last.flatMap { Int($0) }.map { max(1, $0) } ?? standardArraySize
  }

  /// Submits an array.
  ///
  /// - Parameters:
  ///   - tasks: the numbers of the tasks.
  ///   - jobs: the number of tasks that run at once; `nil` for as many as Slurm will.
  ///   - options: further options of sbatch.
  ///   - logs: the folder of the tasks' output.
  /// - Returns: the number of the job.
  func submit(
    _ script: String, tasks: [Int], jobs: Int?, options: [String], logs: String
  ) throws(ClusterProblem) -> String {
    let array = "--array=" + Self.list(of: tasks) + (jobs.map { "%\($0)" } ?? "")
    return try Self.submit(
      script, ["--job-name=\(name)", array, "--output=\(Self.escaped(logs))/%A-%a.log"] + options)
  }

  /// Submits the job that gathers the results of an array.
  ///
  /// - Returns: the number of the job.
  func submitGather(
    _ script: String, after array: String, options: [String], logs: String
  ) throws(ClusterProblem) -> String {
    try Self.submit(
      script,
      [
        "--job-name=\(gatherName)", "--dependency=afterany:\(array)",
        "--output=\(Self.escaped(logs))/%j-gather.log",
      ] + options)
  }

  private static func submit(_ script: String, _ arguments: [String]) throws(ClusterProblem) -> String {
    let standard = ["--parsable", "--requeue", "--open-mode=append", "--signal=B:TERM@60"]
    let answer = try Tool.run("sbatch", standard + arguments, input: script)
    // The number may be followed by the name of the cluster.
    return String(answer.trimmingCharacters(in: .whitespacesAndNewlines).prefix { $0 != ";" })
  }

  /// The tasks of this notebook that are in the queue.
  func queue() throws(ClusterProblem) -> SlurmQueue { try Self.queue(of: [name]) }

  /// Ends the jobs of this notebook.
  ///
  /// - Returns: the number of tasks that were in the queue.
  func cancel() throws(ClusterProblem) -> Int {
    let names = [name, gatherName]
    let count = try Self.queue(of: names).count
    for name in names { try Tool.run("scancel", ["--name=\(name)", "--user=\(getuid())"]) }
    return count
  }

  private static func queue(of names: [String]) throws(ClusterProblem) -> SlurmQueue {
    let lines = try Tool.run(
      "squeue",
      [
        "--noheader", "--array", "--format=\(SlurmQueue.format)", "--user=\(getuid())",
        "--name=\(names.joined(separator: ","))",
      ])
    return SlurmQueue(lines)
  }

  /// Returns numbers in ascending order as sbatch reads them: `0-3,7`.
  package static func list(of numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }

  /// Returns a path for sbatch, which reads signs after % as patterns.
  private static func escaped(_ path: String) -> String { path.replacing("%", with: "%%") }

  /// Returns the script of a job, which runs one command.
  package static func script(_ command: [String]) -> String {
    "#!/bin/sh\nexec \(command.map(shellWord).joined(separator: " "))\n"
  }
}
