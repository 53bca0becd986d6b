import Diagnostics
import Options

/// The options that name a file of samples and the file of their labels.
struct IDXPaths: Sendable {
  let images: SourceText
  let labels: SourceText

  /// Opens both files, so that problems with either are reported at once.
  func open(in locations: DatasetLocations) -> Result<LabeledFiles, DatasetFailure> {
    Result { () throws(DatasetFailure) in
      let (samples, labels) = try DatasetFailure.both(
        open(images, .samples, locations), open(labels, .labels, locations))
      return try DatasetFailure.result(at: self.labels.range) { () throws(DatasetProblem) in
        try LabeledFiles(samples: samples, labels: labels)
      }.get()
    }
  }

  private func open(
    _ path: SourceText, _ role: IDXHeader.Role, _ locations: DatasetLocations
  ) -> Result<IDXFile, DatasetFailure> {
    DatasetFailure.result(at: path.range) { () throws(DatasetProblem) in
      try IDXFile(
        contentsOf: try locations.resolve(path.text), shownAs: path.text, as: role, within: locations.limits)
    }
  }
}
