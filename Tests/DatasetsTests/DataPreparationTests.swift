import Datasets
import Engine
import Testing

@Suite struct DataPreparationTests {
  private func loaded(_ training: LabeledSamples, test: LabeledSamples? = nil) -> LoadedDataset {
    LoadedDataset(training: training, test: test, origin: .file, digests: ["f": "d"])
  }

  private func bytes(_ bytes: [UInt8], width: Int) -> LabeledSamples {
    let count = bytes.count / width
    return LabeledSamples(
      samples: Samples(shape: [width], count: count, storage: .bytes(bytes, scale: 1)),
      targets: .classes((0..<count).map { Int32($0 % 2) }, names: ["a", "b"]))
  }

  private func floats(_ floats: [Float], width: Int) -> LabeledSamples {
    let count = floats.count / width
    return LabeledSamples(
      samples: Samples(shape: [width], count: count, storage: .floats(floats)),
      targets: .numbers((0..<count).map { Float($0) }, width: 1))
  }

  @Test("Left alone, data stays as it is.")
  func nothing() throws {
    let result = try DataPreparation().apply(to: loaded(bytes([1, 2, 3, 4], width: 2)))
    #expect(result.training.bytes == [1, 2, 3, 4])
    #expect(result.test == nil)
    #expect(result.origin == .file)
    #expect(result.digests == ["f": "d"])
  }

  @Test("Scaled bytes stay bytes; scaled floats are multiplied.")
  func scale() throws {
    let preparation = DataPreparation(scale: 0.5)
    let one = try preparation.apply(to: loaded(bytes([0, 2], width: 1), test: bytes([8], width: 1)))
    guard case .bytes([0, 2], scale: 0.5) = one.training.samples.storage else {
      Issue.record("not bytes any more: \(one.training.samples.storage)")
      return
    }
    #expect(one.test?.floats == [4])
    #expect(try preparation.apply(to: loaded(floats([3], width: 1))).training.floats == [1.5])
  }

  @Test("Standardizing uses the training part's mean and deviation for both parts.")
  func standardize() throws {
    let preparation = DataPreparation(standardize: true)
    let training = floats([1, 10, 3, 10, 5, 10, 7, 10], width: 2)
    let result = try preparation.apply(to: loaded(training, test: floats([4, 11], width: 2)))
    let deviation = Double(5).squareRoot()
    let expected = [-3, -1, 1, 3].map { Float(Double($0) / deviation) }
    #expect(stride(from: 0, to: 8, by: 2).map { result.training.floats[$0] } == expected)
    // A constant feature is zero, even where the test part differs.
    #expect(stride(from: 1, to: 8, by: 2).map { result.training.floats[$0] } == [0, 0, 0, 0])
    #expect(result.test?.floats == [0, 0])
  }

  @Test("A constant that no binary fraction equals is constant all the same.")
  func inexactConstant() throws {
    let constants = [Float](repeating: 0.1, count: 97)
    let result = try DataPreparation(standardize: true).apply(to: loaded(floats(constants, width: 1)))
    #expect(result.training.floats.allSatisfy { $0 == 0 })
  }

  @Test("Scaled bytes are standardized from what the network would see.")
  func standardizeBytes() throws {
    let preparation = DataPreparation(scale: 1.0 / 255, standardize: true)
    let result = try preparation.apply(to: loaded(bytes([0, 255], width: 1)))
    #expect(result.training.floats == [-1, 1])
  }

  @Test("Limits take the first samples with their targets, and no more than there are.")
  func limits() throws {
    let data = loaded(bytes([1, 2, 3, 4, 5, 6], width: 2), test: bytes([7, 8, 9], width: 1))
    let result = try DataPreparation(limit: 2, testLimit: 1).apply(to: data)
    #expect(result.training.bytes == [1, 2, 3, 4])
    #expect(result.training.labels == [0, 1])
    #expect(result.test?.bytes == [7])
    #expect(try DataPreparation(limit: 100).apply(to: data).training.count == 3)
  }

  @Test("A test part is split off at random, by the seed alone, and nothing is lost.")
  func testSplit() throws {
    let data = loaded(floats((0..<100).map { Float($0) }, width: 1))
    let one = try DataPreparation(testSplit: 0.25, seed: 1).apply(to: data)
    let same = try DataPreparation(testSplit: 0.25, seed: 1).apply(to: data)
    let other = try DataPreparation(testSplit: 0.25, seed: 2).apply(to: data)
    let test = try #require(one.test)
    #expect(test.count == 25)
    #expect(test.floats == same.test?.floats)
    #expect(test.floats != other.test?.floats)
    #expect(test.floats == test.floats.sorted())
    #expect((one.training.floats + test.floats).sorted() == data.training.floats)
    #expect(test.floats == test.numbers)
    // Not the tail, nor the head: chosen from everywhere.
    #expect(test.floats.contains { $0 < 50 } && test.floats.contains { $0 >= 50 })
  }

  @Test("A split that leaves one part without samples, or makes a second test part, is a mistake.")
  func impossibleSplit() async {
    let two = loaded(floats([1, 2], width: 1))
    #expect(
      await problem { _ = try DataPreparation(testSplit: 0.1).apply(to: two) }
        == .nothingLeft(part: "test", of: 2))
    #expect(
      await problem { _ = try DataPreparation(testSplit: 0.9).apply(to: two) }
        == .nothingLeft(part: "training", of: 2))
    let both = loaded(floats([1, 2], width: 1), test: floats([3], width: 1))
    #expect(await problem { _ = try DataPreparation(testSplit: 0.5).apply(to: both) } == .hasTestPart)
  }

  @Test(
    "A validation part is taken at random from the training samples alone, by number or share, and before the limit.",
    arguments: [PartSize.count(15), .share(0.2)])
  func validation(size: PartSize) throws {
    let data = loaded(floats((0..<100).map { Float($0) }, width: 1))
    let without = try DataPreparation(testSplit: 0.25, seed: 1).apply(to: data)
    let whole = try DataPreparation(testSplit: 0.25, validation: size, seed: 1).apply(to: data)
    let apart = try #require(whole.validation)
    #expect(apart.count == 15 && apart.floats == apart.floats.sorted() && apart.floats == apart.numbers)
    #expect(whole.test?.floats == without.test?.floats)
    #expect((whole.training.floats + apart.floats).sorted() == without.training.floats)
    #expect(apart.floats.contains { $0 < 50 } && apart.floats.contains { $0 >= 50 })
    let limited = try DataPreparation(limit: 10, testSplit: 0.25, validation: size, seed: 1).apply(to: data)
    #expect(limited.validation?.floats == apart.floats)
    #expect(limited.training.floats == Array(whole.training.floats.prefix(10)))
    let other = try DataPreparation(testSplit: 0.25, validation: size, seed: 2).apply(to: data)
    #expect(other.validation?.floats != apart.floats)
  }

  @Test("A validation part is scaled and standardized as the training part, without counting in its mean.")
  func preparedValidation() throws {
    let data = loaded(bytes(Array(0..<40), width: 1))
    let result = try DataPreparation(scale: 0.5, standardize: true, validation: .count(8)).apply(to: data)
    let (training, apart) = (result.training.floats, try #require(result.validation).floats)
    #expect(abs(training.reduce(0, +)) < 1e-4)
    #expect(apart.count == 8 && abs(apart.reduce(0, +)) > 1e-4)
  }

  @Test("A validation part that is empty, or takes all there is to learn, is a mistake.")
  func impossibleValidation() async throws {
    let two = loaded(floats([1, 2], width: 1))
    #expect(
      await problem { _ = try DataPreparation(validation: .share(0.1)).apply(to: two) }
        == .nothingLeft(part: "validation", of: 2))
    #expect(
      await problem { _ = try DataPreparation(validation: .count(2)).apply(to: two) }
        == .validationTakesAll(2, of: 2))
    let description = DatasetDescription(
      sampleShape: [1], classNames: nil, trainingCount: 10, testCount: 5, identity: "x")
    let apart = try DataPreparation(limit: 6, validation: .count(3)).apply(to: description)
    #expect([apart.trainingCount, apart.validationCount, apart.testCount] == [6, 3, 5])
    #expect(
      await problem { _ = try DataPreparation(validation: .count(10)).apply(to: description) }
        == .validationTakesAll(10, of: 10))
  }

  @Test("Descriptions are prepared as the data will be.")
  func descriptions() async throws {
    let description = DatasetDescription(
      sampleShape: [4], classNames: ["a", "b"], trainingCount: 100, testCount: 0,
      columns: ColumnNames(features: ["a", "b", "c", "d"], target: "e"), identity: "x")
    let split = try DataPreparation(limit: 60, testLimit: 5, testSplit: 0.25).apply(to: description)
    #expect(split.trainingCount == 60)
    #expect(split.testCount == 5)
    #expect(split.sampleShape == [4])
    #expect(split.columns == description.columns)
    #expect(split.identity == "x")
    let tested = DatasetDescription(
      sampleShape: [4], classNames: nil, trainingCount: 100, testCount: 10, identity: "x")
    #expect(await problem { _ = try DataPreparation(testSplit: 0.5).apply(to: tested) } == .hasTestPart)
  }
}
