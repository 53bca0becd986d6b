import Diagnostics
import Engine
import Foundation
import Options

/// Windows of a column of numbers in a CSV file, whose rows follow each other in time.
///
/// A sample is `window` values in a row, of shape (window, 1). Its target is the value `horizon` rows after the last of
/// them, as `timeseries_dataset_from_array` of Keras cuts a series.
package struct Series: Dataset {
  package static let name = "series"
  package static let abstract =
    "Windows of a column in a CSV file whose rows follow in time, each with the value to forecast."
  package static let exampleOptions: OptionValue = ["path": "waves.csv", "column": "height", "window": 6]
  package static let exampleLoading: OptionValue = ["test_split": 0.2]
  package static let exampleViews: OptionValue = ["shapes"]

  private let file: CSVFile
  private let windows: SeriesWindows
  private let columnPlace: SourceRange
  private let windowPlace: SourceRange

  package init(_ options: inout OptionReader) {
    let path = CSVFile.readPath(&options)
    let column = options.read(
      "column", .text, help: "The column with the values, named as for label of csv; others are left out.")
    let window = options.read(
      "window", .integer(.within(1...10_000)), help: "How many values in a row a network sees.")
    let horizon = options.read(
      "horizon", .integer(.within(1...10_000)), default: 1,
      help: "How many rows after the last of these values the one to forecast is.")
    file = CSVFile(path: path, &options)
    windows = SeriesWindows(column: column, window: window, horizon: horizon)
    columnPlace = options.place(of: "column")
    windowPlace = options.place(of: "window")
  }

  package func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription {
    let values: SeriesValues
    do {
      values = try read(in: locations, progress: locations.progress)
    } catch {
      throw DatasetFailure(error, at: place(of: error))
    }
    return DatasetDescription(
      sampleShape: windows.sampleShape, classNames: nil,
      trainingCount: windows.count(in: values.numbers.count),
      testCount: 0, reach: FeatureReach(rows: values.numbers, width: 1), numberBytes: 4,
      concerns: [values.roundedInteger].compactMap(\.self), series: windows, identity: values.file.digest)
  }

  package func files(in locations: DatasetLocations) -> [URL] {
    [file.url(in: locations)].compactMap(\.self)
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    let values = try read(in: locations, progress: progress)
    return LoadedDataset(
      training: windows.samples(of: values.numbers), test: nil, series: windows, origin: .file,
      digests: [values.file.name: values.file.digest])
  }

  private func place(of problem: DatasetProblem) -> SourceRange {
    switch problem {
    case .missingColumn, .repeatedColumn, .columnOutOfRange: columnPlace
    case .tooFewValues: windowPlace
    default: file.path.range
    }
  }

  private func read(
    in locations: DatasetLocations, progress: (DatasetProgress) -> Void
  ) throws(DatasetProblem) -> SeriesValues {
    // Each field may be a value, which is kept and stands in every place of a window.
    let bytes = try file.read(in: locations, progress: progress) { fields in
      8 * Double(fields) + 4 * Double(fields) * Double(windows.window)
    }
    var rows = try file.rows(of: bytes)
    let column = try rows.index(of: windows.column)
    var numbers: [Float] = []
    while let fields = try rows.next() {
      numbers.append(try rows.number(in: fields[column], of: column))
      if numbers.count % 1000 == 0 {
        progress(.reading(file: bytes.name, done: rows.end, total: bytes.data.count))
      }
    }
    if windows.count(in: numbers.count) < 2 {
      throw .tooFewValues(file.path.text, count: numbers.count, needed: windows.length + 1)
    }
    return SeriesValues(numbers: numbers, roundedInteger: rows.roundedInteger, file: bytes)
  }
}

/// The values of a series in the order of time.
private struct SeriesValues {
  let numbers: [Float]
  let roundedInteger: DataConcern?
  let file: FileBytes
}
