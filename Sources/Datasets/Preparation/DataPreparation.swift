import Engine

/// The selection and scaling of samples between loading and training.
///
/// The order is: the test part and then the validation part are split off (at random, but from a series the end), the
/// training and the test part are cut to their limits, numbers are scaled, and then standardized by the mean and the
/// standard deviation of the training part.
package struct DataPreparation: Sendable, Hashable {
  /// A factor for every number, such as 1/255; bytes stay bytes.
  package var scale: Double?
  /// A Boolean value that scales every feature to mean 0 and standard deviation 1 over the training part.
  package var standardize: Bool
  /// The number of training samples to use, from the first; `nil` for all.
  package var limit: Int?
  /// The number of test samples to use, from the first; `nil` for all.
  package var testLimit: Int?
  /// The share of the samples, between 0 and 1, that is set apart as the test part.
  package var testSplit: Double?
  /// The size of the part of the training samples that is set apart for validation; `nil` for none.
  package var validation: PartSize?
  /// The seed for choosing the test and the validation part.
  package var seed: UInt64

  package init(
    scale: Double? = nil, standardize: Bool = false, limit: Int? = nil, testLimit: Int? = nil,
    testSplit: Double? = nil, validation: PartSize? = nil, seed: UInt64 = 0
  ) {
    self.scale = scale
    self.standardize = standardize
    self.limit = limit
    self.testLimit = testLimit
    self.testSplit = testSplit
    self.validation = validation
    self.seed = seed
  }

  /// The scaling of the features.
  package var scaling: FeatureScaling {
    if standardize { return .standard }
    guard let scale, scale != 1 else { return .none }
    return .factor(scale)
  }

  /// - Throws: A problem if a part would have no samples, or if there is already a test part to split off.
  package func apply(to dataset: LoadedDataset) throws(DatasetProblem) -> LoadedDataset {
    var training = dataset.training
    var test = dataset.test
    if let testSplit {
      if test != nil { throw .hasTestPart }
      let testCount = try testCount(share: testSplit, of: training.count)
      (training, test) = split(training, testCount, .testSplit, isSeries: dataset.series != nil)
    }
    var validation: LabeledSamples?
    if let size = self.validation {
      let count = try validationCount(size, of: training.count)
      (training, validation) = split(training, count, .validation, isSeries: dataset.series != nil)
    }
    if let limit { training = training.prefix(limit) }
    if let testLimit { test = test?.prefix(testLimit) }
    if training.count == 0 { throw .nothingLeft(part: "training", of: dataset.training.count) }
    let naiveForecast = dataset.series.flatMap { _ in NaiveForecast(of: test ?? validation ?? training) }
    if let factor = scale.map({ Float($0) }) {
      training = training.mapSamples { $0.scaled(by: factor) }
      validation = validation?.mapSamples { $0.scaled(by: factor) }
      test = test?.mapSamples { $0.scaled(by: factor) }
    }
    if standardize {
      let standard = Standardization(of: training.samples)
      training = training.mapSamples(standard.apply)
      validation = validation?.mapSamples(standard.apply)
      test = test?.mapSamples(standard.apply)
    }
    return LoadedDataset(
      training: training, validation: validation, test: test, columns: dataset.columns,
      series: dataset.series, naiveForecast: naiveForecast, scaling: scaling, origin: dataset.origin,
      digests: dataset.digests)
  }

  /// Returns the samples that remain and those that are set apart, each in the order of the file. The latter are chosen
  /// at random, but of a series they are the last ones: a forecast may know nothing of what follows.
  private func split(
    _ samples: LabeledSamples, _ apartCount: Int, _ stream: DatasetStream, isSeries: Bool
  ) -> (remaining: LabeledSamples, apart: LabeledSamples) {
    let count = samples.count
    let order =
      isSeries ? Array((0..<count).reversed()) : stream.stream(seed: seed).permutation(count).map(Int.init)
    return (
      samples.selecting(order.dropFirst(apartCount).sorted()),
      samples.selecting(order.prefix(apartCount).sorted())
    )
  }

  /// Returns the description of a prepared data set, as far as it is known without loading it.
  package func apply(to description: DatasetDescription) throws(DatasetProblem) -> DatasetDescription {
    var (training, test) = (description.trainingCount, description.testCount)
    if let testSplit {
      if let test, test > 0 { throw .hasTestPart }
      if let count = training {
        let testCount = try testCount(share: testSplit, of: count)
        (training, test) = (count - testCount, testCount)
      } else {
        test = nil
      }
    }
    var validationCount: Int? = 0
    if let validation {
      validationCount = try training.map { count throws(DatasetProblem) in
        try self.validationCount(validation, of: count)
      }
      training = training.map { $0 - (validationCount ?? 0) }
    }
    return DatasetDescription(
      sampleShape: description.sampleShape, classNames: description.classNames,
      targetWidth: description.targetWidth, trainingCount: training.map { min($0, limit ?? $0) },
      validationCount: validationCount, testCount: test.map { min($0, testLimit ?? $0) },
      columns: description.columns,
      reach: standardize ? nil : scale.map { description.reach?.scaled(by: $0) } ?? description.reach,
      isSorted: description.isSorted, numberBytes: standardize ? 4 : description.numberBytes,
      concerns: description.concerns, series: description.series, identity: description.identity)
  }

  private func testCount(share: Double, of count: Int) throws(DatasetProblem) -> Int {
    let testCount = Int((Double(count) * share).rounded())
    if testCount < 1 { throw .nothingLeft(part: "test", of: count) }
    if testCount >= count { throw .nothingLeft(part: "training", of: count) }
    return testCount
  }

  private func validationCount(_ size: PartSize, of count: Int) throws(DatasetProblem) -> Int {
    let validationCount = size.count(of: count)
    if validationCount < 1 { throw .nothingLeft(part: "validation", of: count) }
    if validationCount >= count { throw .validationTakesAll(validationCount, of: count) }
    return validationCount
  }
}
