import Diagnostics
import Foundation
import Options

/// A table in a CSV file, with a row for each sample and one column to predict.
package struct CSV: Dataset {
  package static let name = "csv"
  package static let abstract = "A table of numbers from a CSV file, one of its columns the label or target."
  package static let exampleOptions: OptionValue = ["path": "flowers.csv", "label": "kind"]
  package static let exampleLoading: OptionValue = ["test_split": 0.2]

  private let path: SourceText
  private let answer: CSVTable.Answer
  private let answerPlace: SourceRange
  private let weight: SourceText?
  private let hasHeader: Bool
  private let delimiter: UInt8

  package init(_ options: inout OptionReader) {
    path = options.read("path", .sourceText, help: "The file, relative to the notebook's folder.")
    let label = options.readIfPresent(
      "label", .text,
      help: "The column with the class: its name, or its number from 1 where there is no header.")
    let target = options.readIfPresent(
      "target", .text, help: "The column with the number to predict, named as for label.")
    weight = options.readIfPresent(
      "sample_weight", .sourceText,
      help:
        "A column of numbers by which fits can weigh the samples, and which is no feature, named as for label."
    )
    hasHeader = options.read("header", .flag, default: true, help: "Whether the first row names the columns.")
    let written = options.read("delimiter", .text, default: ",", help: "The character between fields.")

    answerPlace = options.place(of: target == nil ? "label" : "target")
    answer = target.map { .target($0) } ?? .label(label ?? "")
    if (label == nil) == (target == nil) {
      options.report(DatasetProblem.labelOrTarget(both: label != nil), at: options.place(of: "target"))
    }
    let forbidden = [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    if written.utf8.count == 1, let byte = written.utf8.first, !forbidden.contains(byte) {
      delimiter = byte
    } else {
      delimiter = UInt8(ascii: ",")
      options.report(DatasetProblem.wrongDelimiter(written), at: options.place(of: "delimiter"))
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
    [try? locations.resolve(path.text)].compactMap(\.self)
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
    default: path.range
    }
  }

  private func read(
    in locations: DatasetLocations, progress: (DatasetProgress) -> Void
  ) throws(DatasetProblem) -> (CSVTable, FileBytes) {
    let url = try locations.resolve(path.text)
    progress(.reading(file: url.lastPathComponent, done: 0, total: 0))
    let file = try FileBytes(contentsOf: url, shownAs: path.text, within: locations.limits)
    if file.isGzipped { throw .gzippedCSV(path.text) }
    try locations.limits.check(
      CSVTable.memory(toRead: file.data, delimiter: delimiter), toRead: path.text)
    let table = try CSVTable(
      Array(file.data), path: path.text, answer: answer, weight: weight?.text, hasHeader: hasHeader,
      delimiter: delimiter
    ) { done in progress(.reading(file: file.name, done: done, total: file.data.count)) }
    return (table, file)
  }
}
