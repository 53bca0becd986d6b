import Foundation

/// A kind of input that comes from outside, with the code that reads it.
///
/// An input does harm where the process traps, hangs or takes too much memory, which the fuzzer and the tests see.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Whole notebooks, as `tunebook check` reads them.
  case notebook
  /// Whole notebooks that are also run, where their data and networks are small, and rendered.
  case run
  case yaml, expression, formula, parameters
  case csv, idx, picture, npz, safetensors
  /// Entries of the store, sealed with its key.
  case store
  /// Objects of a cache of trainings, with the digests that belong to them.
  case cache
  /// What peers send to a preview.
  case http

  /// Reads an input as the program would.
  ///
  /// - Returns: whether it is sound, so that all that can be made of it was made.
  @discardableResult package func consume(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .notebook: NotebookInput.check(bytes)
    case .run: NotebookInput.run(bytes)
    case .yaml: TextInput.yaml(bytes)
    case .expression: TextInput.expression(bytes)
    case .formula: TextInput.formula(bytes)
    case .parameters: TextInput.parameters(bytes)
    case .csv: DataInput.csv(bytes)
    case .idx: DataInput.idx(bytes)
    case .picture: DataInput.picture(bytes)
    case .npz: WeightInput.read(bytes, as: .npz)
    case .safetensors: WeightInput.read(bytes, as: .safetensors)
    case .store: StoreInput.read(bytes)
    case .cache: CacheInput.read(bytes)
    case .http: RequestInput.read(bytes)
    }
  }

  /// The inputs to start from that differ from build to build, so that they are no files.
  package var seeds: [[UInt8]] {
    switch self {
    case .store: StoreInput.seeds
    case .cache: CacheInput.seeds
    default: []
    }
  }

  /// The target that the environment of a fuzzing process names.
  fileprivate static let chosen: FuzzTarget? = ProcessInfo.processInfo.environment["TUNEBOOK_FUZZ_TARGET"]
    .flatMap(FuzzTarget.init)

  /// Done once, where the environment names a folder for the seeds.
  fileprivate static let seedsAreWritten: Void = {
    guard let folder = ProcessInfo.processInfo.environment["TUNEBOOK_FUZZ_SEEDS"] else { return }
    for (index, seed) in (chosen?.seeds ?? []).enumerated() {
      FuzzFolder.demand { try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/\(index)")) }
    }
  }()
}

/// Called by the fuzzer's driver, which is written in C.
@_cdecl("tunebook_fuzz_input")
func consumeFuzzInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
  guard let target = FuzzTarget.chosen else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("TUNEBOOK_FUZZ_TARGET must be one of \(names).\n".utf8))
    exit(2)
  }
  FuzzTarget.seedsAreWritten
  target.consume(Array(UnsafeBufferPointer(start: bytes, count: count)))
}
