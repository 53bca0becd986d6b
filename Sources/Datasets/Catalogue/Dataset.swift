import Engine
import Foundation
import Options

/// A source of labelled samples; each has one file and one line in ``Datasets/catalogue``.
package protocol Dataset: Configurable {
  /// What loading will yield, found without generating or downloading anything; whatever can be wrong with
  /// files on this machine comes to light here, before anything trains.
  func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription

  /// The files that ``describe(in:)`` reads; none where nothing is read, or nothing is there yet.
  func files(in locations: DatasetLocations) -> [URL]

  /// Whether other samples come of another seed.
  var dependsOnSeed: Bool { get }

  /// Whether ``obtain(from:progress:)`` may succeed.
  func mayBeHad(in locations: DatasetLocations) -> Bool

  /// Brings to this machine what `load` needs and is not here yet.
  ///
  /// - Parameter progress: called from any thread, often.
  func obtain(
    from locations: DatasetLocations, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem)

  /// The samples themselves, obtained where they are not here yet.
  ///
  /// - Parameters:
  ///   - seed: the notebook's seed, for what is generated.
  ///   - progress: called from any thread, often.
  func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset

  /// The options beside the data set in the reference's example of loading it, as a mapping; none by default.
  static var exampleLoading: OptionValue { get }
}

extension Dataset {
  package static var exampleLoading: OptionValue { [:] }

  package func files(in locations: DatasetLocations) -> [URL] { [] }

  package var dependsOnSeed: Bool { false }

  package func mayBeHad(in locations: DatasetLocations) -> Bool { true }

  package func obtain(
    from locations: DatasetLocations, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) {}
}

/// What is known of a data set before it is loaded.
package struct DatasetDescription: Sendable, Hashable, Codable {
  /// The shape of one sample, such as `[28, 28]`.
  package let sampleShape: [Int]
  /// `nil` where the targets are numbers.
  package let classNames: [String]?
  /// Numbers in one target; the number of classes where there are classes.
  package let targetWidth: Int
  /// `nil` where only loading shows it.
  package let trainingCount: Int?
  /// Zero where there is no test part; `nil` where only loading shows it.
  package let testCount: Int?
  /// Where the samples are rows of a table.
  package let columns: ColumnNames?
  /// How far the numbers reach; `nil` where that is not known or hardly varies.
  package let reach: FeatureReach?
  /// Whether the training samples stand in the order of their targets, class after class.
  package let isSorted: Bool
  /// The bytes of one number in memory; `nil` where that is not known.
  package let numberBytes: Int?
  /// Content that may mislead whoever learns from it.
  package let concerns: [DataConcern]
  /// Equal for equal content (with the same options and, for what is generated, the same seed): a part of
  /// cache keys.
  package let identity: String

  package init(
    sampleShape: [Int], classNames: [String]?, targetWidth: Int? = nil, trainingCount: Int?, testCount: Int?,
    columns: ColumnNames? = nil, reach: FeatureReach? = nil, isSorted: Bool = false, numberBytes: Int? = nil,
    concerns: [DataConcern] = [], identity: String
  ) {
    self.sampleShape = sampleShape
    self.classNames = classNames
    self.targetWidth = targetWidth ?? classNames?.count ?? 1
    self.trainingCount = trainingCount
    self.testCount = testCount
    self.columns = columns
    self.reach = reach
    self.isSorted = isSorted
    self.numberBytes = numberBytes
    self.concerns = concerns
    self.identity = identity
  }
}

/// Samples in memory, with where they came from.
package struct LoadedDataset: Sendable {
  package let training: LabeledSamples
  package let test: LabeledSamples?
  /// Where the samples are rows of a table.
  package let columns: ColumnNames?
  package let origin: DatasetOrigin
  /// SHA-256 in hexadecimal: of each file as found, by its name; of the bits where the data is generated.
  package let digests: [String: String]

  package init(
    training: LabeledSamples, test: LabeledSamples?, columns: ColumnNames? = nil, origin: DatasetOrigin,
    digests: [String: String]
  ) {
    self.training = training
    self.test = test
    self.columns = columns
    self.origin = origin
    self.digests = digests
  }
}

/// Where samples came from.
package enum DatasetOrigin: String, Sendable, Hashable, Codable {
  /// Files that are, by their digests, those that everyone else has.
  case official
  /// Well-formed files of the user's in place of published ones: the labels are those, the samples differ.
  case ownCopy
  /// Files under the names of published ones, of which nothing shows that they are the same data.
  case unverified
  /// Made in process.
  case generated
  /// Files that the notebook names.
  case file
}

/// What loading is at; `total` is `nil` where it is not known.
package enum DatasetProgress: Sendable, Hashable {
  case downloading(file: String, received: Int, total: Int?)
  case generating(samples: Int, total: Int)
  /// Bytes of a file's content, unpacked and understood.
  case reading(file: String, done: Int, total: Int)
}
