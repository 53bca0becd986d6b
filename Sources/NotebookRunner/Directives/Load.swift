import Datasets
import Engine
import NotebookResults
import Options

/// Loads a data set.
package struct Load: Directive {
  package static let name = "load"
  package var captionKind: CaptionKind? { .table }
  package static let abstract = "Loads a data set: training samples, test samples and their labels."

  private let dataset: any Dataset
  private let fallback: (any Dataset)?
  private let preparation: DataPreparation

  package init(_ options: inout OptionReader) {
    dataset = options.read("dataset", .member(of: Datasets.catalogue), help: "Which data.")
    fallback = options.readIfPresent(
      "fallback", .member(of: Datasets.catalogue),
      help:
        "Which data to take where the data set cannot be had; the page says so, and claims are not checked.")
    preparation = DataPreparation(
      scale: options.readIfPresent(
        "scale", .number(.positive), help: "A factor for every number, such as 1/255 for pixels."),
      standardize: options.read(
        "standardize", .flag, default: false,
        help: "Shift and scale every feature to mean 0 and deviation 1 over the training samples."),
      limit: options.readIfPresent(
        "limit", .integer(.atLeast(1)), help: "Take only so many training samples, the first ones."),
      testLimit: options.readIfPresent(
        "test_limit", .integer(.atLeast(1)), help: "Take only so many test samples, the first ones."),
      testSplit: options.readIfPresent(
        "test_split", .number(.between(0, 1)),
        help: "Set this share of the samples apart as test samples, where the data has none of its own."))
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

  /// What is known of a data set once it is prepared, or `nil` after reporting why it cannot be had.
  private func describe(
    _ dataset: any Dataset, at option: String, _ context: inout PlanContext
  ) -> DatasetDescription? {
    let found: DatasetDescription
    do {
      found = try dataset.describe(in: context.locations)
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
      context.report(error, at: "test_split")
      return nil
    }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    var standIn: String?
    var notices: [Notice] = []
    var loaded: LoadedDataset
    do {
      loaded = try await load(dataset, context)
    } catch let problem as DatasetProblem where problem.isUnavailable {
      guard let fallback else { throw problem }
      let used = type(of: fallback).name
      loaded = try await load(fallback, context)
      standIn = used
      notices = [Notice(.warning, .phrase(.fallbackData, [type(of: dataset).name, used, problem.message]))]
    }
    var preparation = preparation
    preparation.seed = UInt64(context.seed)
    loaded = try preparation.apply(to: loaded)
    let used = standIn ?? type(of: dataset).name
    return CellYield(
      product: .data(loaded), value: value(of: loaded, dataset: used),
      outputs: notices.map(Output.notice) + [.table(DataTables.shapes(of: loaded))], notices: notices,
      dataSource: Provenance.DataSource(
        cell: context.displayName, dataset: used, origin: .label(loaded.origin.label), digests: loaded.digests
      ),
      standIn: standIn)
  }

  private func load(_ dataset: any Dataset, _ context: RunContext) async throws -> LoadedDataset {
    let report = context.report
    return try await dataset.load(from: context.locations, seed: UInt64(context.seed)) {
      report(.loading($0))
    }
  }

  private static func valueType(of description: DatasetDescription) -> ValueType {
    .record([
      .init("dataset", .text), .init("training_count", .number), .init("test_count", .number),
      .init("classes", .number), .init("shape", .list(.number, count: description.sampleShape.count)),
    ])
  }

  private func value(of data: LoadedDataset, dataset: String) -> Value {
    let classes: Int
    if case .classes(_, let names) = data.training.targets { classes = names.count } else { classes = 0 }
    return .record([
      .init("dataset", .text(dataset)), .init("training_count", .integer(data.training.count)),
      .init("test_count", .integer(data.test?.count ?? 0)), .init("classes", .integer(classes)),
      .init("shape", .list(data.training.samples.shape.map(Value.integer))),
    ])
  }
}

extension DatasetOrigin {
  /// Where the data comes from, in the report's words.
  fileprivate var label: Label {
    switch self {
    case .official: .official
    case .ownCopy: .ownCopy
    case .file: .ownFile
    case .generated: .generated
    }
  }
}
