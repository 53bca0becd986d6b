import Datasets
import Engine
import NotebookResults
import Options
import Writing

/// The training, the validation or the test samples of a data set.
enum DataPart: String, CaseIterable, Sendable {
  case train, validation, test

  /// Returns the samples of the part.
  ///
  /// - Parameter name: the cell that loads the data, for the message.
  /// - Throws: a failure if there is no such part.
  func samples(of data: LoadedDataset, named name: String) throws(CellFailure) -> LabeledSamples {
    let samples: LabeledSamples? =
      switch self {
      case .train: data.training
      case .validation: data.validation
      case .test: data.test
      }
    guard let samples else { throw CellFailure(absence(from: name)) }
    return samples
  }

  /// The name of the part on the page.
  var data: Words {
    switch self {
    case .train: .label(.trainingData)
    case .validation: .label(.validationData)
    case .test: .label(.testData)
    }
  }

  /// The name of its samples on the page.
  var samples: Words {
    switch self {
    case .train: .label(.trainingSamples)
    case .validation: .label(.validationSamples)
    case .test: .label(.testSamples)
    }
  }

  /// Returns the number of samples in the part; `nil` if it is not known before loading.
  func count(in description: DatasetDescription) -> Int? {
    switch self {
    case .train: description.trainingCount
    case .validation: description.validationCount
    case .test: description.testCount
    }
  }

  private func absence(from name: String) -> PlanProblem {
    self == .validation ? .noValidationPart(name) : .noTestPart(name)
  }

  /// Returns false after reporting that a data set lacks the part asked for.
  func checkPresence(
    in description: DatasetDescription, of name: String, at option: String, _ context: inout PlanContext
  ) -> Bool {
    guard self != .train, count(in: description) == 0 else { return true }
    context.report(absence(from: name), at: option)
    return false
  }
}

extension DatasetDescription {
  /// The part that `validation_data` stands for: the validation part, or the test part where there is none.
  var validatingPart: DataPart { validationCount == 0 ? .test : .validation }

  /// Returns false after reporting that the targets of other data mean something else.
  func hasTargets(like other: DatasetDescription, at option: String, _ context: inout PlanContext) -> Bool {
    if classNames == other.classNames, targetWidth == other.targetWidth { return true }
    context.report(PlanProblem.classesDiffer(known: classNames, found: other.classNames), at: option)
    return false
  }
}

extension LabeledSamples {
  /// Returns the indices of `count` samples, or of as many as there are, from an index on.
  func indices(from index: Int, count: Int) -> Range<Int> {
    let start = min(index, self.count)
    return start..<start + min(count, self.count - start)
  }

  /// Returns a sample's target as the page shows it.
  func label(at index: Int) -> String {
    switch targets {
    case .classes(let labels, let names):
      labels.indices.contains(index) ? names[Int(labels[index])] : ""
    case .inputs: ""
    case .numbers(let numbers, let width):
      numbers[(index * width)..<((index + 1) * width)].map { NumberFormat.plain(Double($0)) }
        .joined(separator: ", ")
    }
  }
}

extension Samples {
  /// A Boolean value that indicates whether a sample is a picture, unlike the window of a series, of one column.
  var areImages: Bool { shape.count == 2 && shape[1] > 1 }

  /// Returns the numbers of a sample, as a network sees them.
  func row(_ index: Int) -> [Float] {
    let range = index * width..<(index + 1) * width
    return switch storage {
    case .bytes(let bytes, let scale): bytes[range].map { Float($0) * scale }
    case .floats(let floats): Array(floats[range])
    }
  }

  /// Returns a sample as grey levels: its bytes, or its numbers scaled from least (0) to greatest (255).
  func pixels(_ index: Int) -> [UInt8] {
    if case .bytes(let bytes, _) = storage { return Array(bytes[index * width..<(index + 1) * width]) }
    let row = row(index)
    let finite = row.filter(\.isFinite).map(Double.init)
    guard let low = finite.min(), let high = finite.max(), high > low else { return row.map { _ in 0 } }
    return row.map { $0.isFinite ? UInt8(((Double($0) - low) / (high - low) * 255).rounded()) : 0 }
  }
}
