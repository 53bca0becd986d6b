import Datasets
import Diagnostics
import Digests
import Engine
import Files
import Foundation
import NotebookResults
import Options
import WeightFiles

/// The weights that a fit can start from.
enum WeightSource: Sendable {
  case fit(CellReference)
  case file(String)
}

extension OptionKind where Value == WeightSource {
  /// The name of a fit or of a file. A file has a suffix.
  fileprivate static let weights = OptionKind(form: .text, placeholder: { .file("") }) {
    value, name, findings in
    guard let text = OptionKind<String>.text.read(value, name, &findings) else { return nil }
    let isBest = CellReference.cell(named: text.value) != text.value && !text.value.contains("/")
    if !isBest, text.value.contains(where: { $0 == "." || $0 == "/" }) {
      return (.file(text.value), text.canonical)
    }
    return OptionKind<CellReference>.reference(to: Fit.name, orBestOf: Sweep.name).read(
      value, name, &findings
    )
    .map { (.fit($0.value), $0.canonical) }
  }
}

/// The weights that a fit starts from, and the file in which it saves its own.
struct FitWeights: Sendable {
  private let source: WeightSource?
  private let target: String?

  init(_ options: inout OptionReader) {
    source = options.readIfPresent(
      "weights", .weights,
      help:
        "The weights to start from: the name of a fit above, or a file, .safetensors or .npz, with arrays "
        + "such as `dense/kernel`. Epochs and the optimizer's state start again.")
    target = options.readIfPresent(
      "save", .text, affects: .presentation,
      help: "A file for the trained weights, .safetensors or .npz, in the notebook's folder.")
  }

  /// Returns false after reporting a source that does not suit the model, or a file that cannot be written.
  func check(_ model: Model, _ context: inout PlanContext) -> Bool {
    let canStart = checkSource(model, &context)
    let canSave = checkTarget(&context)
    return canStart && canSave
  }

  private func checkSource(_ model: Model, _ context: inout PlanContext) -> Bool {
    switch source {
    case nil: true
    case .fit(let reference):
      checkBest(reference, &context) && check(context.fit(reference), suits: model, &context)
    case .file(let name): checkSource(name, model, &context)
    }
  }

  /// Returns false after reporting that it is not known which shapes the best trial of a sweep will have.
  private func checkBest(_ reference: CellReference, _ context: inout PlanContext) -> Bool {
    guard case .sweep(let sweep)? = context.signature(of: reference)?.kind, !sweep.check.hasOneArchitecture
    else {
      return true
    }
    context.report(SweepProblem.severalArchitectures(reference.name), at: "weights")
    return false
  }

  /// Returns false after reporting that the weights of a fit above do not suit the model.
  ///
  /// - Parameter fit: `nil` if the fit itself has an error.
  private func check(_ fit: FitSignature?, suits model: Model, _ context: inout PlanContext) -> Bool {
    guard let fit else { return false }
    do {
      try model.checkArrays(fit.model.model.arrayShapes)
      return true
    } catch {
      context.report(error, at: "weights")
      return false
    }
  }

  private func checkSource(_ source: String, _ model: Model, _ context: inout PlanContext) -> Bool {
    let arrays: [Variable]
    do throws(WeightFileProblem) {
      let file = try Self.place(of: source, in: context.locations)
      if let target = targetPath(in: context.locations), target == file.path {
        context.report(WeightFileProblem.ownStart(source), at: "save")
        return false
      }
      if let writer = context.scope.savedWeights.writer(of: file.path, above: context.start) {
        guard let name = writer.name else { throw .savedWithoutName(source) }
        context.waits(for: name)
        return check(context.fit(named: name), suits: model, &context)
      }
      if let writer = context.scope.savedWeights.writer(of: file.path, below: context.start) {
        let note = Diagnostic.Note("it is saved here", at: writer.place)
        context.report(WeightFileProblem.savedBelow(source), at: "weights", notes: [note])
        return false
      }
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

  /// Returns the name of the fit whose weights it starts from, or which saves the file that it starts from.
  func startingFit(_ context: PlanContext) -> String? {
    switch source {
    case nil: nil
    case .fit(let reference): reference.name
    case .file(let name):
      (try? Self.place(of: name, in: context.locations)).flatMap {
        context.scope.savedWeights.writer(of: $0.path, above: context.start)?.name
      }
    }
  }

  /// Returns the state that training starts from; `nil` for weights drawn at random.
  func start(of signature: FitSignature, _ context: RunContext) throws -> TrainingState? {
    let arrays: [Variable]
    if let name = signature.startingFit {
      arrays = try context.fit(named: name).trained.weights.arrays
    } else if case .file(let name)? = source {
      let locations = context.locations
      arrays = try WeightFile.read(Self.place(of: name, in: locations), limit: locations.limits.fileBytes)
    } else {
      return nil
    }
    let weights = try signature.model.model.weights(from: arrays)
    return TrainingState(epoch: 0, iteration: 0, weights: weights, optimizerState: [])
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Returns: the outputs that tell of it on the page.
  func save(_ weights: Weights, in locations: DatasetLocations) throws -> [Output] {
    guard let target else { return [] }
    let (folder, name) = try Self.folder(of: target, in: locations)
    try WeightFile.write(weights.arrays, to: name, in: folder, overwriting: locations.overwrites)
    return [.text(.phrase(.weightsSaved, [target]))]
  }

  /// Returns the SHA-256 in hexadecimal of the file that the fit starts from.
  func sourceDigest(in locations: DatasetLocations) -> String? {
    guard case .file(let name)? = source else { return nil }
    return (try? WeightFile.content(of: Self.place(of: name, in: locations)))
      .map { hexadecimalDigest(of: $0) }
  }

  /// Returns the file that was read, for provenance; `nil` for weights of the same run.
  func dataSource(
    of signature: FitSignature, cell: String, in locations: DatasetLocations
  ) throws -> Provenance.DataSource? {
    guard signature.startingFit == nil, case .file(let source)? = source else { return nil }
    let digest = hexadecimalDigest(of: try WeightFile.content(of: Self.place(of: source, in: locations)))
    return Provenance.DataSource(
      cell: cell, dataset: "weights", origin: .ownFile, digests: [source: digest])
  }

  /// Returns the path of the file to write, by which other fits of the notebook find it.
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

  /// Returns the folder of a file to write, and its name there.
  private static func folder(
    of target: String, in locations: DatasetLocations
  ) throws(WeightFileProblem) -> (Folder, String) {
    _ = try WeightFile(name: target)
    if target.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) {
      throw .unwritable(target, reason: "files whose names begin with a dot belong to other programs")
    }
    do throws(FileError) {
      return try locations.reach.place(of: target)
    } catch {
      if case .outside = error { throw .outOfReach(target, reason: error.reason) }
      throw .unwritable(target, reason: error.reason)
    }
  }
}
