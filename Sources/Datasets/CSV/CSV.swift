import Diagnostics
import Foundation
import Options

/// A table in a CSV file, with a row for each sample and one column to predict.
package struct CSV: Dataset {
  package static let name = "csv"
  package static let abstract = "A table of numbers from a CSV file, one of its columns the label or target."
  package static let exampleOptions: OptionValue = ["path": "flowers.csv", "label": "kind"]
  package static let exampleLoading: OptionValue = ["test_split": 0.2]

  private let file: CSVFile
  private let answer: CSVTable.Answer
  private let answerPlace: SourceRange
  private let weight: SourceText?

  package init(_ options: inout OptionReader) {
    let path = CSVFile.readPath(&options)
    let label = options.readIfPresent(
      "label", .text,
      help: "The column with the class: its name, or its number from 1 if there is no header.")
    let target = options.readIfPresent(
      "target", .text, help: "The column with the number to predict, named as for label.")
    weight = options.readIfPresent(
      "sample_weight", .sourceText,
      help:
        "A column of numbers by which fits can weight the samples, and which is not a feature; named as for "
        + "label."
    )
    file = CSVFile(path: path, &options)

    answerPlace = options.place(of: target == nil ? "label" : "target")
    answer = target.map { .target($0) } ?? .label(label ?? "")
    if (label == nil) == (target == nil) {
      options.report(DatasetProblem.labelOrTarget(both: label != nil), at: options.place(of: "target"))
    }
  }

  package func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription {
    let table: CSVTable
    let file: FileBytes
    do {
      (table, file) = try read(in: locations, progress: locations.progress)
    } catch {
      throw DatasetFailure(error, at: place(of: error))
    }
    let classNames: [String]? = if case .classes(_, let names) = table.samples.targets { names } else { nil }
    let reach: FeatureReach? =
      if case .floats(let rows) = table.samples.samples.storage {
        FeatureReach(rows: rows, width: table.width)
      } else { nil }
    return DatasetDescription(
      sampleShape: [table.width], classNames: classNames, trainingCount: table.samples.count, testCount: 0,
      columns: table.columns, reach: reach, isSorted: table.samples.targets.areSorted,
      concerns: table.concerns, identity: file.digest)
  }

  package func files(in locations: DatasetLocations) -> [URL] {
    [file.url(in: locations)].compactMap(\.self)
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    let (table, file) = try read(in: locations, progress: progress)
    return LoadedDataset(
      training: table.samples, test: nil, columns: table.columns, origin: .file,
      digests: [file.name: file.digest])
  }

  private func place(of problem: DatasetProblem) -> SourceRange {
    switch problem {
    case .missingColumn(_, let name, _), .repeatedColumn(_, let name), .columnOutOfRange(_, let name, _):
      if let weight, name == weight.text, name != answer.column { weight.range } else { answerPlace }
    case .weightIsAnswer: weight?.range ?? answerPlace
    default: file.path.range
    }
  }

  private func read(
    in locations: DatasetLocations, progress: (DatasetProgress) -> Void
  ) throws(DatasetProblem) -> (CSVTable, FileBytes) {
    // Each field as a number, twice while the array grows, and as a class.
    let bytes = try file.read(in: locations, progress: progress) { fields in 16 * Double(fields) }
    let table = try CSVTable(
      try file.rows(of: bytes), path: file.path.text, answer: answer, weight: weight?.text
    ) { done in progress(.reading(file: bytes.name, done: done, total: bytes.data.count)) }
    return (table, bytes)
  }
}
