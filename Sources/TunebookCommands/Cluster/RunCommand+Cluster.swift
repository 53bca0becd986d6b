import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner

extension RunCommand {
  /// Ends the jobs of the notebooks.
  func cancelJobs() throws {
    for path in NotebookLoader(notebooks).paths {
      let count = try Slurm(path).cancel()
      if !quiet { Console.print("\(path): ended \(counted(count, "task"))") }
    }
  }

  /// Trains what is missing on the cluster, if there is one.
  ///
  /// - Returns: false if jobs were submitted that go on alone.
  func trainOnCluster(
    _ notebook: LoadedNotebook, _ plan: Plan, within limits: Limits
  ) async throws -> Bool {
    guard cluster.on == .slurm else { return true }
    guard notebook.store.isLasting else {
      for problem in notebook.store.problems { Console.print(problem, severity: .warning) }
      throw ClusterProblem.noStore(notebook.path)
    }
    let console = Console.ticking(isQuiet: quiet)
    defer { console.finish() }
    let run = NotebookRun(
      plan,
      locations: try notebooks.locations(
        forNotebookAt: notebook.path, within: limits, overwrites: overwriting.isOn),
      store: notebook.store, jobs: localJobs, limits: limits
    ) { _ in }
    let arguments =
      notebooks.arguments(forNotebookAt: notebook.path) + cache.arguments
      + NotebookOptions.option("--max-memory", bounds.maxMemory.map { "\($0.bytes)B" })
    let training = ClusterTraining(
      notebook: notebook.path, run: run, options: cluster, jobs: jobs.given, arguments: arguments,
      gatherArguments: ["run"] + arguments + gatherOptions, console: console, isQuiet: quiet)
    do {
      guard try await training.complete() else { return false }
      if let share = cluster.verify { try await training.verify(share.value) }
      return true
    } catch is CancellationError {
      console.finish()
      Console.print(
        "\(notebook.path): its jobs go on; run the same command again to follow them, or with --cancel to "
          + "end them")
      throw ExitCode.interrupted
    }
  }

  /// The options for the job that renders the page.
  private var gatherOptions: [String] {
    ["--output", output] + NotebookOptions.option("--results", results)
      + NotebookOptions.option("--trials", trials)
      + NotebookOptions.option("--jobs", jobs.given.map(String.init))
      + (overwriting.isOn ? ["--overwrite"] : []) + (strict ? ["--strict"] : [])
      + (quiet ? ["--quiet"] : []) + ["--on", "slurm"]
      + cluster.options.flatMap { ["--slurm", String($0.dropFirst(2))] }
  }
}
