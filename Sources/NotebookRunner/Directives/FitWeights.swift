import Datasets
import Diagnostics
import Engine
import Files
import Foundation
import NotebookResults
import Options
import WeightFiles

/// The file of weights that a fit starts from, and the one that it leaves its own in.
struct FitWeights: Sendable {
  private let source: String?
  private let target: String?

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
    let arrays: [Variable]
    do throws(WeightFileProblem) {
      let file = try Self.place(of: source, in: context.locations)
      context.locations.reads([file])
      arrays = try WeightFile.read(file, limit: context.locations.limits.fileBytes)
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
      let (folder, name) = try Self.folder(of: target, in: context.locations)
      do throws(FileError) {
        try folder.checkReplaceable(name, .weights, overwriting: context.locations.overwrites)
      } catch {
        if case .foreign = error { throw .foreign(target) }
        throw .unwritable(target, reason: error.reason)
      }
      let file = try Self.place(of: target, in: context.locations).path
      if context.isWritten(file) { throw .writtenTwice(target) }
      return true
    } catch {
      context.report(error, at: "save")
      return false
    }
  }

  /// Where training begins; `nil` for weights drawn at random.
  func start(for model: Model, in locations: DatasetLocations) throws -> TrainingState? {
    guard let source else { return nil }
    let weights = try model.weights(
      from: try WeightFile.read(Self.place(of: source, in: locations), limit: locations.limits.fileBytes))
    return TrainingState(epoch: 0, iteration: 0, weights: weights, optimizerState: [])
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Returns: what the page says of it.
  func save(_ weights: Weights, in locations: DatasetLocations) throws -> [Output] {
    guard let target else { return [] }
    let (folder, name) = try Self.folder(of: target, in: locations)
    try WeightFile.write(weights.arrays, to: name, in: folder, overwriting: locations.overwrites)
    return [.text(.phrase(.weightsSaved, [target]))]
  }

  /// SHA-256 in hexadecimal of the file it starts from.
  func sourceDigest(in locations: DatasetLocations) -> String? {
    source.flatMap { try? WeightFile.content(of: Self.place(of: $0, in: locations)) }
      .map { hexadecimalDigest(of: $0) }
  }

  /// The file that was read, for provenance.
  func dataSource(cell: String, in locations: DatasetLocations) throws -> Provenance.DataSource? {
    guard let source else { return nil }
    let digest = hexadecimalDigest(of: try WeightFile.content(of: Self.place(of: source, in: locations)))
    return Provenance.DataSource(
      cell: cell, dataset: "weights", origin: .label(.ownFile), digests: [source: digest])
  }

  /// The file that will be written, as other fits of the notebook know it.
  func targetPath(in locations: DatasetLocations) -> String? {
    target.flatMap { try? Self.place(of: $0, in: locations).path }
  }

  /// Returns the place of a file that the notebook names.
  private static func place(
    of path: String, in locations: DatasetLocations
  ) throws(WeightFileProblem) -> URL {
    do throws(FileError) {
      return try locations.reach.url(path)
    } catch {
      throw .outOfReach(path, reason: error.reason)
    }
  }

  /// The folder of a file that will be written, and its name there.
  private static func folder(
    of target: String, in locations: DatasetLocations
  ) throws(WeightFileProblem) -> (Folder, String) {
    _ = try WeightFile(name: target)
    if target.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) {
      throw .unwritable(target, reason: "files whose names begin with a point belong to other programs")
    }
    do throws(FileError) {
      return try locations.reach.place(of: target)
    } catch {
      if case .outside = error { throw .outOfReach(target, reason: error.reason) }
      throw .unwritable(target, reason: error.reason)
    }
  }
}
