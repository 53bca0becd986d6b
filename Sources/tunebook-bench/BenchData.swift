import Datasets
import Engine
import Foundation

/// The data that networks are timed on.
struct BenchData {
  let name: String
  let dataset: LoadedDataset
  /// Where the MNIST files are, for other libraries; `nil` where digits stand in.
  let folder: URL?

  static func load(from locations: DatasetLocations) async throws -> BenchData {
    if let folder = try MNIST.folder(in: locations) {
      let mnist = try await MNIST().load(from: locations, seed: 0) { _ in }
      return BenchData(name: MNIST.name, dataset: mnist, folder: folder)
    }
    let digits = try await Digits().load(from: locations, seed: 0) { _ in }
    return BenchData(name: "\(Digits.name), for MNIST is not here", dataset: digits, folder: nil)
  }

  /// The training samples, each byte times a factor.
  func training(scale: Float) -> LabeledSamples {
    let training = dataset.training
    guard case .bytes(let bytes, _) = training.samples.storage else { return training }
    return LabeledSamples(
      samples: Samples(
        shape: training.samples.shape, count: training.count, storage: .bytes(bytes, scale: scale)),
      targets: training.targets)
  }
}
