import Engine

/// The selection and scaling of samples between loading and training.
///
/// The order is: the test part is split off (at random, but from a series the end), each part is cut to its limit, numbers are scaled, and then standardized
/// by the mean and the standard deviation of the training part.
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
  /// The seed for choosing the test part.
  package var seed: UInt64

  package init(
    scale: Double? = nil, standardize: Bool = false, limit: Int? = nil, testLimit: Int? = nil,
    testSplit: Double? = nil, seed: UInt64 = 0
  ) {
    self.scale = scale
    self.standardize = standardize
    self.limit = limit
    self.testLimit = testLimit
    self.testSplit = testSplit
    self.seed = seed
  }

  /// - Throws: A problem if a part would have no samples, or if there is already a test part to split off.
  package func apply(to dataset: LoadedDataset) throws(DatasetProblem) -> LoadedDataset {
    var training = dataset.training
    var test = dataset.test
    if let testSplit {
      if test != nil { throw .hasTestPart }
      let testCount = try testCount(share: testSplit, of: training.count)
      let indices = split(dataset, testCount)
      test = training.selecting(indices.test)
      training = training.selecting(indices.training)
    }
    if let limit { training = training.prefix(limit) }
    if let testLimit { test = test?.prefix(testLimit) }
    if training.count == 0 { throw .nothingLeft(part: "training", of: dataset.training.count) }
    let naiveForecast = dataset.series.flatMap { _ in NaiveForecast(of: test ?? training) }
    if let factor = scale.map({ Float($0) }) {
      training = training.mapSamples { $0.scaled(by: factor) }
      test = test?.mapSamples { $0.scaled(by: factor) }
    }
    if standardize {
      let standard = Standardization(of: training.samples)
      training = training.mapSamples(standard.apply)
      test = test?.mapSamples(standard.apply)
    }
    return LoadedDataset(
      training: training, test: test, columns: dataset.columns, series: dataset.series,
      naiveForecast: naiveForecast, origin: dataset.origin, digests: dataset.digests)
  }

  /// Returns the indices of the samples of each part, in ascending order, so that each keeps the order of the file. Test
  /// samples are chosen at random, but of a series they are the last ones: a forecast may know nothing of what follows.
  private func split(_ dataset: LoadedDataset, _ testCount: Int) -> (training: [Int], test: [Int]) {
    let count = dataset.training.count
    if dataset.series != nil {
      return (Array(0..<(count - testCount)), Array((count - testCount)..<count))
    }
    let order = DatasetStream.testSplit.stream(seed: seed).permutation(count).map(Int.init)
    return (order.dropFirst(testCount).sorted(), order.prefix(testCount).sorted())
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
    return DatasetDescription(
      sampleShape: description.sampleShape, classNames: description.classNames,
      targetWidth: description.targetWidth, trainingCount: training.map { min($0, limit ?? $0) },
      testCount: test.map { min($0, testLimit ?? $0) }, columns: description.columns,
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
}
