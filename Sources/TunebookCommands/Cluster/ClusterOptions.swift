import ArgumentParser

/// The options of `tunebook run` for training on a cluster.
struct ClusterOptions: ParsableArguments {
  enum Scheduler: String, ExpressibleByArgument, CaseIterable { case slurm }

  @Option(
    help: ArgumentHelp(
      "Train on a cluster, on at most --jobs machines at once; the rest is computed here. All machines must reach the notebook, its data and the store.",
      valueName: "scheduler"))
  var on: Scheduler?

  @Option(
    name: .customLong("slurm"),
    help: ArgumentHelp(
      "Pass an option on to sbatch, such as partition=short, mem=4G or time=30; may be repeated.",
      valueName: "key=value"), transform: Self.option)
  var options: [String] = []

  @Option(help: "How often to submit jobs again that have stored nothing new.")
  var retries = 2

  @Option(
    help: ArgumentHelp(
      "Let other tasks do a share of the training runs again, such as 2%, and compare the bits.",
      valueName: "share"), transform: Share.init)
  var verify: Share?

  @Flag(help: "Submit the jobs and one that renders the page after them, print their numbers, and exit.")
  var detach = false

  @Flag(help: "End the jobs of the notebook.")
  var cancel = false

  @Option(
    name: .customLong("stored-before"),
    help: .init("The epochs stored when jobs were submitted.", visibility: .hidden))
  var storedBefore: Int?

  func validate() throws {
    if on == nil, detach || cancel || verify != nil || !options.isEmpty {
      throw ValidationError("--slurm, --verify, --detach and --cancel are for --on slurm.")
    }
    if detach, verify != nil { throw ValidationError("--verify waits for its tasks: leave out --detach.") }
    if detach, cancel { throw ValidationError("--detach submits jobs and --cancel ends them: give one.") }
    guard (0...100).contains(retries) else {
      throw ValidationError("--retries must be a whole number from 0 to 100, not \(retries).")
    }
  }

  /// Returns the option of sbatch for an argument such as `mem=4G` or `exclusive`.
  private static func option(_ argument: String) throws -> String {
    let key = String(argument.prefix { $0 != "=" })
    guard key.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
      throw ValidationError("--slurm takes an option of sbatch as in mem=4G, not \(argument).")
    }
    if Slurm.ownOptions.contains(key) {
      throw ValidationError("--slurm cannot set \(key), which tunebook sets.")
    }
    return "--" + argument
  }
}
