import ArgumentParser
import Diagnostics
import Engine
import Foundation
import NotebookRunner

/// The `tunebook work` command, which trains a share of a notebook's trainings for others to use.
struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Does and stores a share of a notebook's training runs; a scheduler runs it on each machine.",
    discussion: """
      Nothing is rendered. A training run is done once it is in the store: what is stored is not trained again, and a \
      task that was stopped goes on from its last whole epoch. All tasks agree on the shares without communicating. \
      `tunebook run --on slurm` submits such tasks.

      Examples:
        tunebook work tuning.md --store /shared/store
        tunebook work tuning.md --cells search:0-26 --task 3 --of 10
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(
    help: ArgumentHelp(
      "Do the training runs of this cell, or only those with these numbers, as in search:0-26; may be "
        + "repeated. By default, all that are known.",
      valueName: "cell"))
  var cells: [String] = []

  @Option(help: "The number of the task, from 0; by default, SLURM_ARRAY_TASK_ID, or 0 without it.")
  var task: Int?

  @Option(name: .customLong("of"), help: "The number of tasks that share the training runs.")
  var count = 1

  @Option(
    help: ArgumentHelp(
      "Do this share of the stored training runs again, such as 2%, and compare the "
        + "bits.", valueName: "share"),
    transform: Share.init)
  var verify: Share?

  @OptionGroup var jobs: JobsOption

  @OptionGroup var cache: CacheOptions

  @OptionGroup var bounds: LimitOptions

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private var taskNumber: Int { task ?? Self.number("SLURM_ARRAY_TASK_ID") ?? 0 }

  /// The number of trainings at once: one for each core that Slurm gives to the task.
  private var trainingCount: Int {
    if let given = jobs.given { return given }
    if Self.number("SLURM_JOB_ID") == nil { return jobs.count }
    return max(1, Self.number("SLURM_CPUS_PER_TASK") ?? 1)
  }

  func validate() throws {
    guard (1...1_000_000).contains(count), (0..<count).contains(taskNumber) else {
      throw ValidationError(
        "--task must be from 0 to one less than --of, not \(taskNumber) of \(count).")
    }
    if bounds.untrusted { throw ValidationError("work stores what it trains: leave out --untrusted.") }
  }

  func run() async throws {
    _ = try InstructionSet.ofProcess()
    let limits = bounds.limits
    let trainings = cache.chosenCache()
    let loaded = try NotebookLoader(notebooks, limits: limits, threads: trainingCount) {
      notebooks.storeLocation.results(forNotebookAt: $0, cache: trainings)
    }.load(isQuiet: true)
    let findings = FindingsReport(loaded, strict: false)
    if findings.fails {
      findings.printText(consequence: "nothing was trained")
      throw ExitCode.wrong
    }
    for notebook in loaded {
      guard let plan = notebook.plan else { continue }
      let run = NotebookRun(
        plan, locations: try notebooks.locations(forNotebookAt: notebook.path, within: limits),
        store: notebook.store, jobs: trainingCount, limits: limits
      ) { _ in }
      defer { notebook.store.printProblems() }
      guard notebook.store.isLasting else { throw ClusterProblem.noStore(notebook.path) }
      try await train(run, notebook.path)
    }
  }

  /// The words for a training that has ended well.
  private var done: String { verify == nil ? "is stored" : "has the same bits" }

  private func train(_ run: NotebookRun, _ path: String) async throws {
    do {
      let hasFailed = try await Interruption.cancelling {
        let known = try await run.trainings(isTimed: false) { cell, failure in
          Console.print("\(path): \(cell) failed: \(failure)")
        }
        guard var work = run.clusterWork(cells.map { TrainingSelection($0) }, of: known, tasks: count) else {
          throw ClusterProblem.unknownTraining(cells.joined(separator: ", "), known: known.map(\.name))
        }
        if let verify { work = work.verification(ofShare: verify.value, tasks: count) }
        return try await work.train(task: taskNumber) { training, failure in
          Console.print("\(path): \(training) " + (failure.map { "failed: \($0)" } ?? done))
        } > 0
      }
      if hasFailed { throw ExitCode.failed }
    } catch is CancellationError {
      Console.print("\(path): interrupted; finished epochs are stored")
      throw ExitCode.interrupted
    }
  }
}
