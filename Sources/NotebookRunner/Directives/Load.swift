import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that loads a data set.
package struct Load: Directive {
  package static let name = "load"
  package var captionKind: CaptionKind? { .table }
  package static let abstract = "Loads a data set: training samples, test samples and their labels."
  package static var example: NotebookExample {
    .whole(
      """
      ```{load} digits
      dataset: digits
      scale: 1/255
      limit: 500
      test_limit: 100
      ```

      There are {value}`digits.training_count` images to learn from.
      """)
  }

  private let dataset: any Dataset
  private let fallback: (any Dataset)?
  let preparation: DataPreparation

  package init(_ options: inout OptionReader) {
    dataset = options.read("dataset", .member(of: Datasets.catalogue), help: "Which data.")
    fallback = options.readIfPresent(
      "fallback", .member(of: Datasets.catalogue),
      help:
        "Which data to take if the data set cannot be loaded; the page says so, and claims are not checked.")
    preparation = DataPreparation(
      scale: options.readIfPresent(
        "scale", .number(.positiveFloat), help: "A factor for every number, such as 1/255 for pixels."),
      standardize: options.read(
        "standardize", .flag, default: false,
        help: "Shift and scale every feature to mean 0 and deviation 1 over the training samples."),
      limit: options.readIfPresent(
        "limit", .integer(.atLeast(1)), help: "Take only this many training samples, from the first."),
      testLimit: options.readIfPresent(
        "test_limit", .integer(.atLeast(1)), help: "Take only this many test samples, from the first."),
      testSplit: options.readIfPresent(
        "test_split", .number(.between(0, 1)),
        help:
          "Set this share of the samples aside as test samples, if the data has none of its own: chosen at "
          + "random, or the end of a series."),
      validation: options.readIfPresent(
        "validation", .partSize,
        help:
          "Set this number or share of the training samples aside for validation, chosen at random, or the "
          + "end of a series; `limit` then counts the rest."))
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let description = describe(dataset, at: "dataset", &context) else { return nil }
    if let fallback {
      guard let other = describe(fallback, at: "fallback", &context) else { return nil }
      if other.sampleShape != description.sampleShape
        || other.classNames?.count != description.classNames?.count
      {
        context.report(PlanProblem.fallbackDiffers(type(of: fallback).name), at: "fallback")
        return nil
      }
    }
    return CellSignature(.data(description), Self.valueType(of: description))
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    guard case .data(let data) = signature.kind else { return .none }
    let bytes = data.sampleBytes(count: data.sampleCount)
    let samples = MemoryNeed.Part(
      bytes: bytes, purpose: "the samples of \(context.displayName)", option: "dataset",
      advice: "set `limit` and `test_limit`")
    let copies = MemoryNeed.Part(
      bytes: bytes, purpose: "copies of the samples while they are prepared", option: "dataset",
      advice: "set `limit` and `test_limit`")
    return MemoryNeed(kept: [samples], working: [copies])
  }

  /// Returns the description of a prepared data set; `nil` after reporting why the data is not available.
  private func describe(
    _ dataset: any Dataset, at option: String, _ context: inout PlanContext
  ) -> DatasetDescription? {
    let found: DatasetDescription
    do {
      found = try context.description(of: dataset, chosenBy: option)
    } catch {
      for finding in error.findings {
        if let place = finding.place {
          context.report(finding.problem, at: place)
        } else {
          context.report(finding.problem, at: option)
        }
      }
      return nil
    }
    do {
      return try preparation.apply(to: found)
    } catch {
      context.report(error, at: error.isOfValidation ? "validation" : "test_split")
      return nil
    }
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    refine(&draft, standsIn: !dataset.mayBeHad(in: facts.locations) && fallback != nil, facts)
  }

  /// Includes the data set in use in the key, with the digests of its files, and leaves out the other one.
  private func refine(_ draft: inout KeyDraft, standsIn: Bool, _ facts: KeyFacts) {
    let used = standsIn ? fallback ?? dataset : dataset
    if standsIn, let other = draft["fallback"] { draft["dataset"] = other }
    draft["fallback"] = nil
    if case .data(let description) = facts.signature.kind, !standsIn {
      draft["files"] = description.identity
    } else {
      draft["files"] = try? used.describe(in: facts.locations).identity
    }
    let choosesSamples = preparation.testSplit != nil || preparation.validation != nil
    if used.dependsOnSeed || choosesSamples { draft["seed"] = String(facts.seed) }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    var standIn: String?
    var notices: [Notice] = []
    var used = dataset
    do {
      try await obtain(dataset, context)
    } catch {
      guard error.isUnavailable, let fallback else { throw error }
      used = fallback
      try await obtain(fallback, context)
      let name = type(of: fallback).name
      standIn = name
      notices = [Notice(.warning, .phrase(.fallbackData, [type(of: dataset).name, name, error.message]))]
    }
    var draft = context.options
    let facts = KeyFacts(signature: context.signature, seed: context.seed, locations: context.locations)
    refine(&draft, standsIn: standIn != nil, facts)
    let data = prepared(used, from: context.locations, identity: draft["files"], context)
    let name = type(of: used).name
    let (shown, saved) = try await context.store.result(of: draft.key, for: context.displayName) {
      describe(try await data.value, as: name)
    }
    return CellYield(
      product: .data(data), value: shown.value, outputs: notices.map(Output.notice) + shown.outputs,
      notices: notices, dataSource: shown.dataSource?.of(cell: context.displayName), standIn: standIn,
      key: draft.key, saved: saved)
  }

  /// Returns the samples, if they are on this machine.
  package func anticipated(_ context: RunContext) -> CellYield {
    let used = dataset.mayBeHad(in: context.locations) ? dataset : fallback ?? dataset
    var locations = context.locations
    locations.downloads.isAllowed = false
    return CellYield(product: .data(prepared(used, from: locations, context)))
  }

  private func obtain(_ dataset: any Dataset, _ context: RunContext) async throws(DatasetProblem) {
    let report = context.report
    try await dataset.obtain(from: context.locations) { report(.loading($0)) }
  }

  /// Returns the samples, loaded when a cell first needs them.
  ///
  /// - Parameter identity: the digests that the files must have; `nil` if any files will do.
  private func prepared(
    _ dataset: any Dataset, from locations: DatasetLocations, identity: String? = nil, _ context: RunContext
  ) -> Lazy<LoadedDataset> {
    var preparation = preparation
    preparation.seed = UInt64(context.seed)
    return Lazy { [preparation] in
      let start = ContinuousClock.now
      defer {
        context.readingTimes.note(ContinuousClock.now - start, of: context.displayName)
        context.report(.ended)
      }
      let loaded = try await dataset.load(from: locations, seed: UInt64(context.seed)) {
        context.report(.loading($0))
      }
      // Results are stored under the digests that the files had when the notebook was checked.
      let expected = identity.map { Set($0.split(separator: " ").map(String.init)) }
      if let expected, loaded.origin.isOwnFile, Set(loaded.digests.values) != expected {
        throw CellFailure(
          message: "the data of \(context.displayName) changed while the notebook ran", help: "run it again")
      }
      return try preparation.apply(to: loaded)
    }
  }

  private func describe(_ data: LoadedDataset, as name: String) -> StoredYield {
    StoredYield(
      value: value(of: data, dataset: name),
      outputs: [DataTables.shapes(of: data), DataTables.naiveForecast(of: data)].compactMap(\.self)
        .map(Output.table),
      dataSource: Provenance.DataSource(
        cell: "", dataset: name, origin: data.origin.label, digests: data.digests))
  }

  private static func valueType(of description: DatasetDescription) -> ValueType {
    let errors: [ValueType.Field] =
      description.series == nil ? [] : [.init("naive_mae", .number), .init("naive_rmse", .number)]
    let validation: [ValueType.Field] =
      description.validationCount == 0 ? [] : [.init("validation_count", .number)]
    return .record(
      [.init("dataset", .text), .init("training_count", .number)] + validation + [
        .init("test_count", .number), .init("classes", .number),
        .init("shape", .list(.number, count: description.sampleShape.count)),
      ] + errors)
  }

  private func value(of data: LoadedDataset, dataset: String) -> Value {
    let classes: Int
    if case .classes(_, let names) = data.training.targets { classes = names.count } else { classes = 0 }
    let errors = data.naiveForecast.map {
      [
        Value.Field("naive_mae", .number($0.meanAbsoluteError)),
        Value.Field("naive_rmse", .number($0.rootMeanSquaredError)),
      ]
    }
    let validation = data.validation.map { [Value.Field("validation_count", .integer($0.count))] }
    return .record(
      [.init("dataset", .text(dataset)), .init("training_count", .integer(data.training.count))]
        + (validation ?? []) + [
          .init("test_count", .integer(data.test?.count ?? 0)), .init("classes", .integer(classes)),
          .init("shape", .list(data.training.samples.shape.map(Value.integer))),
        ] + (errors ?? []))
  }
}

extension DatasetProblem {
  /// A Boolean value that indicates whether setting apart the validation part causes the problem.
  fileprivate var isOfValidation: Bool {
    switch self {
    case .validationTakesAll, .nothingLeft(part: "validation", _): true
    default: false
    }
  }
}

extension Provenance.DataSource {
  /// Returns the same source for a cell of another name.
  fileprivate func of(cell: String) -> Self {
    Self(cell: cell, dataset: dataset, origin: origin, digests: digests)
  }
}

extension DatasetOrigin {
  /// A Boolean value that indicates whether the data comes from files that may hold anything.
  fileprivate var isOwnFile: Bool { self == .ownCopy || self == .unverified || self == .file }

  /// The name of the origin in the report.
  fileprivate var label: Label {
    switch self {
    case .official: .official
    case .ownCopy: .ownCopy
    case .unverified: .unverified
    case .file: .ownFile
    case .generated: .generated
    }
  }
}
