/// The digests of MNIST's files as they were found, which tell where the data come from.
///
/// Other data sets have files of the same names, and images are often packed anew or cleaned; the labels tell the data
/// sets apart.
package struct MNISTDigests: Sendable {
  /// The digests of the files as they are.
  let files: [MNISTFile: String]
  /// The digests of labels once unpacked, where those of the files are not the published ones.
  let unpackedLabels: [MNISTFile: String]

  package init(files: [MNISTFile: String], unpackedLabels: [MNISTFile: String] = [:]) {
    self.files = files
    self.unpackedLabels = unpackedLabels
  }

  package var origin: DatasetOrigin {
    if MNISTFile.allCases.allSatisfy({ isPublished($0, files) }) { return .official }
    return unofficialLabels.isEmpty ? .ownCopy : .unverified
  }

  /// The files of labels that are not the published ones.
  var unofficialLabels: [MNISTFile] {
    [.trainingLabels, .testLabels].filter { !isPublished($0, files) && !isPublished($0, unpackedLabels) }
  }

  private func isPublished(_ file: MNISTFile, _ digests: [MNISTFile: String]) -> Bool {
    digests[file].map(file.isPublished) ?? false
  }
}
