import Datasets
import Diagnostics
import Engine
import Foundation
import NotebookResults
import Options
import WeightFiles

/// The file of weights that a fit starts from, and the one that it leaves its own in.
struct FitWeights: Sendable {
  private let source: String?
  /// The file that will be written.
  let target: String?

  init(_ options: inout OptionReader) {
    source = options.readIfPresent(
      "weights", .text,
      help: "A file of weights to start from, .safetensors or .npz, with arrays such as `dense/kernel`.")
    target = options.readIfPresent(
      "save", .text, affects: .presentation,
      help: "A file for the trained weights, .safetensors or .npz, in the notebook's folder.")
  }

  /// Whether the one file holds the model's weights and the other can be written; reports why not.
  func check(_ model: Model, _ context: inout PlanContext) -> Bool {
    let canStart = checkSource(model, &context)
    let canSave = checkTarget(&context)
    return canStart && canSave
  }

  private func checkSource(_ model: Model, _ context: inout PlanContext) -> Bool {
    guard let source else { return true }
    context.locations.reads([context.locations.resolve(source)])
    let arrays: [Variable]
    do {
      arrays = try WeightFile.read(context.locations.resolve(source))
    } catch {
      context.report(error, at: "weights")
      return false
    }
    do {
      _ = try model.weights(from: arrays)
      return true
    } catch {
      context.report(error, at: "weights")
      return false
    }
  }

  private func checkTarget(_ context: inout PlanContext) -> Bool {
    guard let target else { return true }
    do throws(WeightFileProblem) {
      try checkPlace(of: target, in: context.locations)
      if context.isWritten(target) { throw .writtenTwice(target) }
      return true
    } catch {
      context.report(error, at: "save")
      return false
    }
  }

  /// Where training begins; `nil` for weights drawn at random.
  func start(for model: Model, in locations: DatasetLocations) throws -> TrainingState? {
    guard let source else { return nil }
    let weights = try model.weights(from: try WeightFile.read(locations.resolve(source)))
    return TrainingState(epoch: 0, iteration: 0, weights: weights, optimizerState: [])
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Returns: what the page says of it.
  func save(_ weights: Weights, in locations: DatasetLocations) throws -> [Output] {
    guard let target else { return [] }
    try WeightFile.write(weights.arrays, to: locations.resolve(target))
    return [.text(.phrase(.weightsSaved, [target]))]
  }

  /// SHA-256 in hexadecimal of the file it starts from.
  func sourceDigest(in locations: DatasetLocations) -> String? {
    source.flatMap { try? Data(contentsOf: locations.resolve($0)) }.map { hexadecimalDigest(of: $0) }
  }

  /// The file that was read, for provenance.
  func dataSource(cell: String, in locations: DatasetLocations) throws -> Provenance.DataSource? {
    guard let source else { return nil }
    guard let data = try? Data(contentsOf: locations.resolve(source)) else {
      throw WeightFileProblem.unreadable(source)
    }
    let digest = hexadecimalDigest(of: data)
    return Provenance.DataSource(
      cell: cell, dataset: "weights", origin: .label(.ownFile), digests: [source: digest])
  }

  /// A notebook may write beside itself and nowhere else.
  private func checkPlace(
    of target: String, in locations: DatasetLocations
  ) throws(WeightFileProblem) {
    _ = try WeightFile(name: target)
    if target.hasPrefix("/") || target.split(separator: "/").contains("..") {
      throw .outsideFolder(target)
    }
    let folder = locations.resolve(target).deletingLastPathComponent()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue
    else { throw .unwritable(target) }
  }
}
