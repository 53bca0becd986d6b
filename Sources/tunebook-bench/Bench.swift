import ArgumentParser
import Datasets
import Engine
import Foundation

/// The command `tunebook-bench`, which measures the parts of Tunebook's work on this machine.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tunebook-bench",
    abstract: "Times training, data, pages and the whole tutorial; beside other libraries on request.",
    discussion: """
      Examples:
        swift run -c release tunebook-bench
        swift run -c release tunebook-bench wide --runs 9
        swift run -c release tunebook-bench --peers peers.py --python venv/bin/python
        swift run -c release tunebook-bench convnet lstm --layer-peers peers_layers.py
        swift run -c release tunebook-bench sweep --runs 3 --sweep-peers peers_sweep.py

      Machines are noisy: quote medians, and ratios against a peer that was timed in the same run.
      """)

  @Argument(help: "What to time; everything where none is named.")
  var subjects: [Subject] = Subject.allCases

  @Option(help: "How often each is timed, after one time that does not count.")
  var runs = 5

  @Option(
    help: ArgumentHelp(
      "Where MNIST is; then in TUNEBOOK_DATA, then in the cache folder.", valueName: "folder"))
  var dataDir: String?

  @Option(help: "The notebook to time as a whole.")
  var notebook = "Notebooks/mnist-tuning.md"

  @Option(
    help: ArgumentHelp(
      "A script that times another library, called with the folder of MNIST, the library's name, how many hidden "
        + "layers follow the first, activation, learning rate and epochs.", valueName: "script"))
  var peers: String?

  @Option(
    help: ArgumentHelp(
      "A script that times another library, called with the folder of MNIST, the library's name, the name of a "
        + "network with other layers, and epochs.", valueName: "script"))
  var layerPeers: String?

  @Option(
    help: ArgumentHelp(
      "A script that times a search for the tutorial's learning rate and momentum by another library, called with the "
        + "folder of MNIST, the library's name, the number of processes, trials, and epochs of each.",
      valueName: "script"))
  var sweepPeers: String?

  @Option(help: "The Python that runs the script.")
  var python = "python3"

  @Option(help: ArgumentHelp("Which libraries the script times.", valueName: "names"))
  var libraries = "numpy,jax-scan,keras-jax,torch,keras-tf"

  @Option(help: ArgumentHelp("Which libraries the script for searches times.", valueName: "names"))
  var tuners = "keras-tuner,optuna"

  @Option(help: "text, or json on one line.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs must be at least 1, not \(runs).") }
  }

  func run() async throws {
    let locations = DatasetLocations(
      notebookFolder: URL(fileURLWithPath: notebook).deletingLastPathComponent(),
      dataFolder: dataDir.map { URL(fileURLWithPath: $0) })
    let data = try await BenchData.load(from: locations)
    let peers = Peers(
      script: self.peers, layerScript: layerPeers, sweepScript: sweepPeers, python: python,
      names: libraries.split(separator: ",").map(String.init),
      tuners: tuners.split(separator: ",").map(String.init), epochs: runs + 1)
    let report = BenchReport(
      instructionSet: .standard, cores: ProcessInfo.processInfo.activeProcessorCount, dataset: data.name)
    if format == .text { report.printHeading() }
    var results: [Measurement] = []
    for subject in subjects {
      let measurements = try await subject.measure(
        BenchContext(runs: runs, data: data, locations: locations, notebook: notebook, peers: peers))
      if format == .text { report.print(measurements) }
      results += measurements
    }
    if format == .json { try report.printJSON(results) }
  }
}
