import Engine
import Foundation
import Options

/// A source of labelled samples. Each has one file and one line in ``Datasets/catalogue``.
package protocol Dataset: Configurable {
  /// Returns a description of the data, without generating or downloading anything. Problems with files on this
  /// machine are found here, before anything trains.
  func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription

  /// Returns the files that ``describe(in:)`` reads.
  func files(in locations: DatasetLocations) -> [URL]

  /// A Boolean value that indicates whether the samples depend on the seed.
  var dependsOnSeed: Bool { get }

  /// Returns whether ``obtain(from:progress:)`` may succeed.
  func mayBeHad(in locations: DatasetLocations) -> Bool

  /// Downloads the files that `load` needs and that are not on this machine.
  ///
  /// - Parameter progress: called often and from any thread.
  func obtain(
    from locations: DatasetLocations, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem)

  /// Returns the samples, after downloading them if necessary.
  ///
  /// - Parameters:
  ///   - seed: the seed of the notebook, for generated data.
  ///   - progress: called often and from any thread.
  func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset

  /// The options beside the data set in the reference's example of loading it, as a mapping; none by default.
  static var exampleLoading: OptionValue { get }
  /// The views of the data in that example.
  static var exampleViews: OptionValue { get }
}

extension Dataset {
  package static var exampleLoading: OptionValue { [:] }
  package static var exampleViews: OptionValue { ["shapes", "class_counts"] }

  package func files(in locations: DatasetLocations) -> [URL] { [] }

  package var dependsOnSeed: Bool { false }

  package func mayBeHad(in locations: DatasetLocations) -> Bool { true }

  package func obtain(
    from locations: DatasetLocations, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) {}
}

/// The facts about a data set that are known before it is loaded.
package struct DatasetDescription: Sendable, Hashable, Codable {
  /// The shape of one sample, such as `[28, 28]`.
  package let sampleShape: [Int]
  /// The names of the classes; `nil` if the targets are numbers.
  package let classNames: [String]?
  /// The number of numbers in a target, or the number of classes.
  package let targetWidth: Int
  /// The number of training samples; `nil` if only loading shows it.
  package let trainingCount: Int?
  /// The number of samples set apart for validation; zero without such a part, `nil` if only loading shows it.
  package let validationCount: Int?
  /// The number of test samples; zero without a test part, `nil` if only loading shows it.
  package let testCount: Int?
  /// The names of the columns, if the samples are rows of a table.
  package let columns: ColumnNames?
  /// The largest absolute values of the features; `nil` if they are not known or hardly vary.
  package let reach: FeatureReach?
  /// A Boolean value that indicates whether the training samples are sorted by their targets.
  package let isSorted: Bool
  /// The number of bytes of one number in memory; `nil` if it is not known.
  package let numberBytes: Int?
  /// Reasons to doubt the data.
  package let concerns: [DataConcern]
  /// The cutting into windows, if the samples are those of a series; `nil` for others, which have no order in time.
  package let series: SeriesWindows?
  /// A text that is equal for equal content, given the same options and, for generated data, the same seed. It is part
  /// of cache keys.
  package let identity: String

  package init(
    sampleShape: [Int], classNames: [String]?, targetWidth: Int? = nil, trainingCount: Int?,
    validationCount: Int? = 0, testCount: Int?, columns: ColumnNames? = nil, reach: FeatureReach? = nil,
    isSorted: Bool = false, numberBytes: Int? = nil,
    concerns: [DataConcern] = [], series: SeriesWindows? = nil, identity: String
  ) {
    self.sampleShape = sampleShape
    self.classNames = classNames
    self.targetWidth = targetWidth ?? classNames?.count ?? 1
    self.trainingCount = trainingCount
    self.validationCount = validationCount
    self.testCount = testCount
    self.columns = columns
    self.reach = reach
    self.isSorted = isSorted
    self.numberBytes = numberBytes
    self.concerns = concerns
    self.series = series
    self.identity = identity
  }
}

extension DatasetDescription {
  /// The same data with the samples themselves as targets.
  package var reconstructed: DatasetDescription {
    DatasetDescription(
      sampleShape: sampleShape, classNames: nil, targetWidth: sampleShape.reduce(1, *),
      trainingCount: trainingCount, validationCount: validationCount, testCount: testCount, columns: columns,
      reach: reach, isSorted: isSorted,
      numberBytes: numberBytes, concerns: concerns, identity: identity)
  }
}

/// Samples in memory, with their origin.
package struct LoadedDataset: Sendable {
  package let training: LabeledSamples
  /// The samples set apart for validation; `nil` if there is no such part.
  package let validation: LabeledSamples?
  package let test: LabeledSamples?
  /// The names of the columns, if the samples are rows of a table.
  package let columns: ColumnNames?
  /// The cutting into windows, if the samples are those of a series, in the order of time.
  package let series: SeriesWindows?
  /// The errors of the naive forecast on the test part of a series, or else on the validation part, or else on the
  /// training part; `nil` until the data is prepared.
  package let naiveForecast: NaiveForecast?
  /// The scaling of the features after loading.
  package let scaling: FeatureScaling
  package let origin: DatasetOrigin
  /// The SHA-256 in hexadecimal of each file, by its name, or of the generated data.
  package let digests: [String: String]

  package init(
    training: LabeledSamples, validation: LabeledSamples? = nil, test: LabeledSamples?,
    columns: ColumnNames? = nil, series: SeriesWindows? = nil,
    naiveForecast: NaiveForecast? = nil, scaling: FeatureScaling = .none, origin: DatasetOrigin,
    digests: [String: String]
  ) {
    self.training = training
    self.validation = validation
    self.test = test
    self.columns = columns
    self.series = series
    self.naiveForecast = naiveForecast
    self.scaling = scaling
    self.origin = origin
    self.digests = digests
  }

  /// The same data with the samples themselves as targets.
  package var reconstructed: LoadedDataset {
    LoadedDataset(
      training: training.reconstructed, validation: validation?.reconstructed, test: test?.reconstructed,
      columns: columns, scaling: scaling, origin: origin, digests: digests)
  }
}

/// The origin of samples.
package enum DatasetOrigin: String, Sendable, Hashable, Codable {
  /// The published files, by their digests.
  case official
  /// Files of the user in place of published ones: the labels are the same, the samples differ.
  case ownCopy
  /// Files with the names of published ones and other content.
  case unverified
  /// Data that was generated in process.
  case generated
  /// Files that the notebook names.
  case file
}

/// The progress of loading; `total` is `nil` if it is not known.
package enum DatasetProgress: Sendable, Hashable {
  case downloading(file: String, received: Int, total: Int?)
  case generating(samples: Int, total: Int)
  /// The bytes of a file's content that are unpacked and read.
  case reading(file: String, done: Int, total: Int)
}
