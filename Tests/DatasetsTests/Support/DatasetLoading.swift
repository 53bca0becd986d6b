import Datasets
import Diagnostics
import Engine
import Options
import Testing

/// A data set of the catalogue with options as a notebook would give them, and what is wrong with those.
func dataset(_ name: String, _ options: KeyValuePairs<String, OptionValue> = [:]) throws -> (
  dataset: any Dataset, diagnostics: [Diagnostic]
) {
  let member = try #require(Datasets.catalogue[name])
  var reader = OptionReader(
    OptionValue(.mapping(options.map { OptionValue.Entry($0.key, $0.value) })), of: name)
  let dataset = member.make(&reader)
  reader.finish()
  return (dataset, reader.findings.diagnostics)
}

func describe(
  _ name: String, _ options: KeyValuePairs<String, OptionValue> = [:], in locations: DatasetLocations
) throws -> DatasetDescription {
  try dataset(name, options).dataset.describe(in: locations)
}

func load(
  _ name: String, _ options: KeyValuePairs<String, OptionValue> = [:], from locations: DatasetLocations
) async throws -> LoadedDataset {
  try await dataset(name, options).dataset.load(from: locations, seed: 0) { _ in }
}

/// The problem that a piece of work ends in, the first where there are several.
func problem(of work: () async throws -> Void) async -> DatasetProblem? {
  do {
    try await work()
    return nil
  } catch {
    return error as? DatasetProblem ?? (error as? DatasetFailure)?.first
  }
}

extension LabeledSamples {
  var floats: [Float] {
    switch samples.storage {
    case .bytes(let bytes, let scale): bytes.map { Float($0) * scale }
    case .floats(let floats): floats
    }
  }

  var bytes: [UInt8]? { if case .bytes(let bytes, _) = samples.storage { bytes } else { nil } }

  var labels: [Int32] { if case .classes(let labels, _) = targets { labels } else { [] } }

  var classNames: [String] { if case .classes(_, let names) = targets { names } else { [] } }

  var numbers: [Float] { if case .numbers(let numbers, _) = targets { numbers } else { [] } }
}
