import Datasets
import Engine
import Foundation

/// The data for timing networks.
struct BenchData {
  let name: String
  let dataset: LoadedDataset
  /// The folder of the MNIST files, for other libraries; `nil` if digits are used instead.
  let folder: URL?

  static func load(from locations: DatasetLocations) async throws -> BenchData {
    if let folder = try MNIST.folder(in: locations) {
      let mnist = try await MNIST().load(from: locations, seed: 0) { _ in }
      return BenchData(name: MNIST.name, dataset: mnist, folder: folder)
    }
    let digits = try await Digits().load(from: locations, seed: 0) { _ in }
    return BenchData(name: "\(Digits.name), for MNIST is not here", dataset: digits, folder: nil)
  }

  /// Returns the training samples, each byte multiplied by a factor.
  func training(scale: Float) -> LabeledSamples {
    let training = dataset.training
    guard case .bytes(let bytes, _) = training.samples.storage else { return training }
    return LabeledSamples(
      samples: Samples(
        shape: training.samples.shape, count: training.count, storage: .bytes(bytes, scale: scale)),
      targets: training.targets)
  }
}
