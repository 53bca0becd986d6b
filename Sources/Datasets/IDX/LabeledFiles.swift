import Engine
import Foundation

/// A file of samples and the file of their labels.
struct LabeledFiles: Sendable {
  let samples: IDXFile
  let labels: IDXFile

  init(samples: IDXFile, labels: IDXFile) throws(DatasetProblem) {
    guard samples.header.count == labels.header.count else {
      throw .countsDiffer(
        images: samples.path, samples.header.count, labels: labels.path, labels.header.count)
    }
    self.samples = samples
    self.labels = labels
  }

  func load(
    names: [String], progress: (DatasetProgress) -> Void
  ) throws(DatasetProblem) -> LabeledSamples {
    LabeledSamples(
      samples: try samples.samples { done, total in
        progress(.reading(file: samples.bytes.name, done: done, total: total))
      },
      targets: .classes(try labels.labels(classes: names.count), names: names))
  }

  var files: [FileBytes] { [samples.bytes, labels.bytes] }
}

/// The files of a data set and of its test part, if there is one.
struct LabeledFileSet: Sendable {
  let training: LabeledFiles
  let test: LabeledFiles?

  init(training: LabeledFiles) {
    self.training = training
    test = nil
  }

  init(training: LabeledFiles, test: LabeledFiles) throws(DatasetProblem) {
    let shape = training.samples.header.sampleShape
    guard test.samples.header.sampleShape == shape else {
      throw .shapesDiffer(
        training: training.samples.path, shape, test: test.samples.path, test.samples.header.sampleShape)
    }
    self.training = training
    self.test = test
  }

  /// The SHA-256 of each file, by its name. Files of the same name in different folders are numbered.
  var digests: [String: String] {
    var digests: [String: String] = [:]
    for file in training.files + (test?.files ?? []) {
      var name = file.name
      var number = 2
      while digests[name] != nil {
        name = "\(file.name) (\(number))"
        number += 1
      }
      digests[name] = file.digest
    }
    return digests
  }

  /// - Parameter concerns: the concerns about the files as a published data set.
  func describe(
    names: [String], concerns: [DataConcern] = []
  ) throws(DatasetProblem) -> DatasetDescription {
    let labels = (try? training.labels.labels(classes: names.count)) ?? []
    return DatasetDescription(
      sampleShape: training.samples.header.sampleShape, classNames: names,
      trainingCount: training.samples.header.count, testCount: test?.samples.header.count ?? 0,
      reach: training.samples.header.element == .unsignedByte ? .bytes : nil,
      isSorted: Targets.classes(labels, names: names).areSorted,
      numberBytes: training.samples.header.element == .unsignedByte ? 1 : 4,
      concerns: concerns + (try self.concerns(names: names)),
      identity: (training.files + (test?.files ?? [])).map(\.digest).joined(separator: " "))
  }

  private func concerns(names: [String]) throws(DatasetProblem) -> [DataConcern] {
    var concerns: [DataConcern] = []
    for samples in [training.samples, test?.samples].compactMap(\.self) {
      if let rounded = try samples.roundedInteger() {
        concerns.append(.roundedInteger(rounded, place: samples.path))
        break
      }
    }
    if let test, test.samples.bytes.digest == training.samples.bytes.digest {
      concerns.append(.testIsTraining(test.samples.path, training: training.samples.path))
    }
    return concerns + DataConcern.similarClasses(among: names)
  }

  func load(
    names: [String], origin: DatasetOrigin, progress: (DatasetProgress) -> Void
  ) throws(DatasetProblem) -> LoadedDataset {
    var testSamples: LabeledSamples?
    if let test { testSamples = try test.load(names: names, progress: progress) }
    return LoadedDataset(
      training: try training.load(names: names, progress: progress), test: testSamples, origin: origin,
      digests: digests)
  }
}
