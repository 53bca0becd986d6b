import Options

/// Samples and labels in IDX files, the format of MNIST and its many descendants.
package struct IDX: Dataset {
  package static let name = "idx"
  package static let abstract = "Samples and labels from IDX files, gzipped or not."

  private let images: String
  private let labels: String
  private let test: (images: String, labels: String)?
  private let classNames: [String]?

  package init(_ options: inout OptionReader) {
    images = options.read("images", .text, help: "The file of the training samples.")
    labels = options.read("labels", .text, help: "The file of the training labels.")
    let testImages = options.readIfPresent("test_images", .text, help: "The file of the test samples.")
    let testLabels = options.readIfPresent("test_labels", .text, help: "The file of the test labels.")
    classNames = options.readIfPresent(
      "class_names", .list(of: .text),
      help: "What label 0, 1, 2 … is called; the numbers themselves where it is left out.")
    switch (testImages, testLabels) {
    case (let testImages?, let testLabels?): test = (testImages, testLabels)
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

  package func describe(in locations: DatasetLocations) throws(DatasetProblem) -> DatasetDescription {
    let files = try open(in: locations)
    let names = try names(for: files)
    // A label out of range is found here, before anything trains.
    _ = try files.test?.labels.labels(classes: names.count)
    return files.describe(names: names)
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    let files = try open(in: locations)
    return try files.load(names: try names(for: files), origin: .file)
  }

  private func open(in locations: DatasetLocations) throws(DatasetProblem) -> LabeledFileSet {
    func open(_ images: String, _ labels: String) throws(DatasetProblem) -> LabeledFiles {
      try LabeledFiles(
        samples: IDXFile(contentsOf: locations.resolve(images), shownAs: images, as: .samples),
        labels: IDXFile(contentsOf: locations.resolve(labels), shownAs: labels, as: .labels))
    }
    var testFiles: LabeledFiles?
    if let test { testFiles = try open(test.images, test.labels) }
    return try LabeledFileSet(training: open(images, labels), test: testFiles)
  }

  private func names(for files: LabeledFileSet) throws(DatasetProblem) -> [String] {
    let labels = try files.training.labels.labels(classes: classNames?.count)
    return classNames ?? (0...Int(labels.max() ?? 0)).map(String.init)
  }
}
