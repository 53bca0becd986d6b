import Datasets
import Engine

extension DatasetDescription {
  /// Returns the most bytes that samples take, with their targets and the index of their non-zero numbers.
  func sampleBytes(count: Int) -> Double {
    let numbers = sampleShape.reduce(Double(count)) { $0 * Double($1) }
    let size = numberBytes ?? 4
    let targets = Double(count) * (classNames == nil ? Double(targetWidth) : 1) * 4
    return numbers * Double(size) + Samples.indexBytes(numbers: numbers, areBytes: size == 1) + targets
  }

  /// The number of samples in all parts, as far as it is known.
  var sampleCount: Int { (trainingCount ?? 0) + (validationCount ?? 0) + (testCount ?? 0) }

  /// The count of numbers in one sample.
  var sampleWidth: Double { sampleShape.reduce(1) { $0 * Double($1) } }
}
