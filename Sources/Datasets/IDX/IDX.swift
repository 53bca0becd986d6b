import Foundation
import Options

/// Samples and labels in IDX files, the format of MNIST and its many descendants.
package struct IDX: Dataset {
  package static let name = "idx"
  package static let abstract = "Samples and labels from IDX files, gzipped or not."
  package static let exampleOptions: OptionValue = ["images": "images.idx", "labels": "labels.idx"]
  package static let exampleLoading: OptionValue = ["scale": "1/255"]

  private let training: IDXPaths
  private let test: IDXPaths?
  private let classNames: [String]?

  package init(_ options: inout OptionReader) {
    training = IDXPaths(
      images: options.read("images", .sourceText, help: "The file of the training samples."),
      labels: options.read("labels", .sourceText, help: "The file of the training labels."))
    let testImages = options.readIfPresent(
      "test_images", .sourceText, help: "The file of the test samples.")
    let testLabels = options.readIfPresent(
      "test_labels", .sourceText, help: "The file of the test labels.")
    classNames = options.readIfPresent(
      "class_names", .distinctList(of: .className, most: IDXFile.labelLimit),
      help: "The names of labels 0, 1, 2 …; by default, the numbers themselves.")
    switch (testImages, testLabels) {
    case (let testImages?, let testLabels?): test = IDXPaths(images: testImages, labels: testLabels)
    case (nil, nil): test = nil
    case (_?, nil):
      test = nil
      options.report(
        DatasetProblem.halfATestPart(given: "test_images", missing: "test_labels"),
        at: options.place(of: "test_images"))
    case (nil, _?):
      test = nil
      options.report(
        DatasetProblem.halfATestPart(given: "test_labels", missing: "test_images"),
        at: options.place(of: "test_labels"))
    }
  }

  package func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription {
    let files = try open(in: locations)
    let names = try DatasetFailure.result(at: training.labels.range) { () throws(DatasetProblem) in
      try self.names(for: files)
    }.get()
    if let test {
      // A label out of range is found here, before anything trains.
      _ = try DatasetFailure.result(at: test.labels.range) { () throws(DatasetProblem) in
        try files.test?.labels.labels(classes: names.count)
      }.get()
    }
    return try DatasetFailure.result(at: training.images.range) { () throws(DatasetProblem) in
      try files.describe(names: names)
    }.get()
  }

  package func files(in locations: DatasetLocations) -> [URL] {
    [training, test].compactMap(\.self).flatMap { [$0.images, $0.labels] }.compactMap {
      try? locations.resolve($0.text)
    }
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    let images = try locations.resolve(training.images.text).lastPathComponent
    progress(.reading(file: images, done: 0, total: 0))
    let files: LabeledFileSet
    do {
      files = try open(in: locations)
    } catch {
      throw error.first
    }
    return try files.load(names: try names(for: files), origin: .file, progress: progress)
  }

  private func open(in locations: DatasetLocations) throws(DatasetFailure) -> LabeledFileSet {
    guard let test else {
      return try LabeledFileSet(training: training.open(in: locations).get())
    }
    let (trainingFiles, testFiles) = try DatasetFailure.both(
      training.open(in: locations), test.open(in: locations))
    return try DatasetFailure.result(at: test.images.range) { () throws(DatasetProblem) in
      try LabeledFileSet(training: trainingFiles, test: testFiles)
    }.get()
  }

  private func names(for files: LabeledFileSet) throws(DatasetProblem) -> [String] {
    let labels = try files.training.labels.labels(classes: classNames?.count)
    return classNames ?? (0...Int(labels.max() ?? 0)).map(String.init)
  }
}
