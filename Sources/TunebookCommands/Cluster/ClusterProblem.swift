import Diagnostics

/// A problem with work that is shared out to a cluster.
enum ClusterProblem: Problem, Error {
  /// Slurm's command that is not installed.
  case noSlurm(String)
  /// A command that failed.
  case commandFailed(String, reason: String)
  case noStore(String)
  /// Jobs of the same notebook are in the queue.
  case alreadyQueued(Int)
  /// Nothing was stored by jobs that have ended.
  case noProgress(times: Int, logs: String)
  /// The trainings that had other bits when they were done again.
  case differs([String])
  /// The trainings that were asked for, and the notebook's cells that train.
  case unknownTraining(String, known: [String])

  var record: ProblemRecord {
    switch self {
    case .noSlurm(let command):
      ProblemRecord(
        "TB-C-261", "Slurm is not on this machine: there is no `\(command)`",
        help: "run where jobs are submitted, or without --on", rule: "A cluster's jobs are submitted to it",
        reason: "--on slurm uses sbatch, squeue, scancel and scontrol on the machine where it is started.")
    case .commandFailed(let command, let reason):
      ProblemRecord(
        "TB-C-262", "\(command) failed: \(reason)",
        help: "what has been stored is kept: run again to go on from there",
        rule: "Slurm takes the job",
        reason:
          "The message is Slurm's own. Usually it is about a partition, a limit of the queue, or an option "
          + "given with --slurm.")
    case .noStore(let path):
      ProblemRecord(
        "TB-C-263", "\(path): its training runs cannot be stored",
        help: "with --store, name a folder that all machines can reach",
        rule: "Machines that train a notebook share a store",
        reason: "An object in the store tells the other machines that a training run is done.")
    case .alreadyQueued(let count):
      ProblemRecord(
        "TB-C-264",
        "\(counted(count, "task")) of the notebook \(count == 1 ? "is" : "are") already in the queue",
        help: "follow them without --detach, or end them with --cancel",
        rule: "A notebook has one array at a time", reason: "A second one would train everything again.")
    case .noProgress(let times, let logs):
      ProblemRecord(
        "TB-C-265", "the jobs ended \(counted(times, "time")) in a row without storing anything new",
        help: "read their logs: \(logs)", rule: "Jobs make progress",
        reason: "A training run that fails on every machine, for lack of memory, time or data, is not "
          + "submitted forever. --retries sets how often.")
    case .differs(let trainings):
      ProblemRecord(
        "TB-C-267",
        "trained again by another task, \(trainings.prefix(5).joined(separator: ", ")) "
          + "\(trainings.count > 5 ? "and \(trainings.count - 5) more " : "")differed in bits from the store",
        help: "check the machines, remove the store with `tunebook clean`, and train again",
        rule: "A training run has the same bits on every machine",
        reason:
          "Different bits mean that a machine computes wrongly, or that somebody with the store's key wrote "
          + "something else.")
    case .unknownTraining(let name, let known):
      ProblemRecord(
        "TB-C-266", "there is no training run \(name), or it depends on others that are not stored",
        help: known.isEmpty
          ? "the notebook trains nothing" : "cells that train: \(known.joined(separator: ", "))",
        rule: "A task trains what the notebook has",
        reason: "Training runs are named after their cell, or after the cell and their numbers, as in "
          + "`search:0-26`.")
    }
  }

  static let references = [
    reference(of: noSlurm), reference(of: commandFailed), reference(of: noStore),
    reference(of: alreadyQueued), reference(of: noProgress), reference(of: differs),
    reference(of: unknownTraining),
  ]
}
