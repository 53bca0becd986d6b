import Diagnostics
import Files
import Foundation
import NotebookRunner

/// The trainings of a notebook on a cluster: whatever is missing in the store is submitted, until nothing is.
///
/// An entry of the store is the only proof that a training is done. The queue only tells whether jobs go on.
struct ClusterTraining {
  let notebook: String
  let run: NotebookRun
  let options: ClusterOptions
  /// The number of tasks that run at once; `nil` for as many as Slurm will.
  let jobs: Int?
  /// The options of the notebook, for tasks.
  let arguments: [String]
  /// The arguments of the command that gathers the results.
  let gatherArguments: [String]
  let console: Console
  let isQuiet: Bool

  /// The folder beside the notebook for the output of jobs.
  private static let logFolder = ".tunebook-slurm"
  /// The most seconds between two looks at the store and the queue.
  private static let longestPause = 15.0
  /// The largest number of times in a row that the queue may fail to answer.
  private static let mostSilences = 20

  private var slurm: Slurm { Slurm(notebook) }

  private var logs: String {
    URL(fileURLWithPath: notebook).deletingLastPathComponent().appendingPathComponent(Self.logFolder)
      .relativePath
  }

  /// Trains everything.
  ///
  /// - Returns: true if nothing is missing; false if jobs were submitted that go on alone.
  /// - Throws: `CancellationError` if the task was cancelled; the jobs go on.
  func complete() async throws -> Bool {
    var idle = 0
    var before = options.storedBefore
    while true {
      console.begin("looking for what is stored", for: notebook)
      let cells = try await run.trainings(isTimed: true, fetching: true)
      let missing = cells.compactMap(\.missing)
      guard !missing.isEmpty else { return true }
      guard let all = run.clusterWork([], of: cells, tasks: 1),
        let work = run.clusterWork(missing, of: cells, jobs: jobs, atMost: Slurm.largestArray)
      else { return true }
      let queued = options.storedBefore == nil ? try slurm.queue().count : 0
      if queued > 0, before == nil {
        if options.detach { throw ClusterProblem.alreadyQueued(queued) }
        say("going on with \(counted(queued, "task")) in the queue")
      } else {
        let stored = all.progress.epochs
        idle = stored == before ? idle + 1 : 0
        guard idle <= options.retries else {
          throw ClusterProblem.noProgress(times: idle, logs: logs)
        }
        before = stored
        let job = try submit(work, missing.flatMap { ["--cells", $0.text] })
        if options.detach {
          try submitGather(after: job, stored: stored, retries: options.retries - idle)
          return false
        }
      }
      try await wait(for: work)
    }
  }

  /// Has a share of the trainings done again by other tasks.
  ///
  /// - Throws: ``ClusterProblem/differs(_:)`` if the bits are not those of the store.
  func verify(_ share: Double) async throws {
    let cells = try await run.trainings(isTimed: false)
    guard let all = run.clusterWork([], of: cells, tasks: 1) else { return }
    let work = all.verification(ofShare: share, tasks: min(jobs ?? .max, Slurm.largestArray))
    if !work.openTasks.isEmpty {
      _ = try submit(work, ["--verify", "\(share)"])
      try await wait(for: work)
    }
    let differing = work.differing
    guard differing.isEmpty else { throw ClusterProblem.differs(differing) }
    let progress = work.progress
    guard progress.done == progress.of else { throw ClusterProblem.noProgress(times: 1, logs: logs) }
    say("\(counted(progress.of, "training run")) done again, with the same bits")
  }

  /// - Parameter selection: the options that tell the tasks which trainings they share.
  private func submit(_ work: ClusterWork, _ selection: [String]) throws -> String {
    let place = URL(fileURLWithPath: notebook).deletingLastPathComponent().relativePath
    do {
      _ = try Folder(following: place).makeSubfolder(Self.logFolder)
    } catch {
      throw CommandProblem.cannotWrite(logs, reason: error.reason)
    }
    let command =
      [ProcessInfo.program, "work"] + arguments + selection + ["--of", "\(work.taskCount)"]
    let tasks = work.openTasks
    let progress = work.progress
    let job = try slurm.submit(
      Slurm.script(command), tasks: tasks, jobs: jobs, options: options.options, logs: logs)
    say(
      "job \(job): \(counted(progress.of - progress.done, "training run")) in \(counted(tasks.count, "task")); "
        + "they write to \(logs)")
    return job
  }

  private func submitGather(after job: String, stored: Int, retries: Int) throws {
    let command =
      [ProcessInfo.program] + gatherArguments
      + ["--detach", "--retries", "\(retries)", "--stored-before", "\(stored)"]
    let gather = try slurm.submitGather(
      Slurm.script(command), after: job, options: options.options, logs: logs)
    say("job \(gather) renders the page after it")
  }

  /// Waits until all is stored, or no job is left.
  private func wait(for work: ClusterWork) async throws {
    console.begin("training on Slurm", for: notebook)
    var pause = 0.5
    var silences = 0
    var watch = QueueWatch()
    while true {
      let start = ContinuousClock.now
      let progress = work.progress
      console.report(share: Double(progress.epochs) / Double(max(1, progress.ofEpochs)))
      if progress.done == progress.of { return }
      do {
        let queue = try slurm.queue()
        if queue.count == 0 { return }
        silences = 0
        if let obstacle = watch.newObstacle(in: queue, at: start) {
          let verb = queue.count == 1 ? "waits" : "wait"
          say("\(counted(queue.count, "task")) \(verb) in the queue of Slurm: \(obstacle)")
          console.begin("training on Slurm", for: notebook)
        }
      } catch {
        silences += 1
        if silences > Self.mostSilences { throw error }
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      pause = max(min(pause * 1.25, Self.longestPause), 4 * seconds)
      try await Task.sleep(for: .seconds(pause))
    }
  }

  private func say(_ text: String) {
    console.end()
    if !isQuiet { Console.print("\(notebook): \(text)") }
  }
}
