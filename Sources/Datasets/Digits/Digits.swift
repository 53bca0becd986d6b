import Digests
import Engine
import Options
import Synchronization

/// Handwritten digits drawn in process, for use when MNIST is not available: 60,000 training and 10,000 test images.
package struct Digits: Dataset {
  package static let name = "digits"
  package static let abstract =
    "60,000 training and 10,000 test images of digits, 28×28, drawn in process like handwriting."
  package static let exampleOptions: OptionValue = ["seed": 1]
  package static let exampleLoading: OptionValue = ["scale": "1/255", "limit": 500, "test_limit": 100]

  /// The version of the drawing, raised when the same seed gives other images.
  static let version = 1
  static let trainingCount = 60_000
  static let testCount = 10_000

  private let ownSeed: UInt64?

  package init() { ownSeed = nil }

  package init(_ options: inout OptionReader) {
    ownSeed = options.readIfPresent(
      "seed", .integer(.atLeast(0)),
      help: "The seed that the images are drawn from; by default, the notebook's."
    ).map { UInt64($0) }
  }

  package var dependsOnSeed: Bool { ownSeed == nil }

  package func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription {
    DatasetDescription(
      sampleShape: [28, 28], classNames: MNIST.classNames, trainingCount: Self.trainingCount,
      testCount: Self.testCount, reach: .bytes, numberBytes: 1, identity: "digits \(Self.version)")
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    let seed = ownSeed ?? seed
    let total = Self.trainingCount + Self.testCount
    let drawn = Mutex(0)
    var digests: [String: String] = [:]
    func draw(_ name: String, _ part: DigitDrawing.Part, _ count: Int) -> LabeledSamples {
      let (images, labels) = DigitDrawing(seed: seed, part: part).draw(count) { added in
        // Reported within the lock, so that the numbers only grow.
        drawn.withLock { drawn in
          drawn += added
          progress(.generating(samples: drawn, total: total))
        }
      }
      digests["digits, \(name) images"] = hexadecimalDigest(of: images)
      digests["digits, \(name) labels"] = hexadecimalDigest(of: labels)
      return LabeledSamples(
        samples: Samples(shape: [28, 28], count: count, storage: .bytes(images, scale: 1)),
        targets: .classes(labels.map(Int32.init), names: MNIST.classNames))
    }
    let training = draw("training", .training, Self.trainingCount)
    let test = draw("test", .test, Self.testCount)
    return LoadedDataset(training: training, test: test, origin: .generated, digests: digests)
  }
}
