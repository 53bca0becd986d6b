import Datasets
import Engine

/// The work before training: reading data, or drawing it.
enum DataWork {
  static func loading(_ context: BenchContext) async throws -> [Measurement] {
    guard context.data.folder != nil else { return [] }
    let seconds = try await context.time {
      _ = try await MNIST().load(from: context.locations, seed: 0) { _ in }
    }
    return [Measurement("loading", "MNIST, unpacked and checked", seconds)]
  }

  static func digits(_ context: BenchContext) async throws -> [Measurement] {
    let seconds = try await context.time {
      _ = try await Digits().load(from: context.locations, seed: 0) { _ in }
    }
    return [Measurement("digits", "70,000 drawn", seconds)]
  }
}
