import Foundation

/// The four files of MNIST.
package enum MNISTFile: String, CaseIterable, Sendable {
  case trainingImages = "train-images-idx3-ubyte"
  case trainingLabels = "train-labels-idx1-ubyte"
  case testImages = "t10k-images-idx3-ubyte"
  case testLabels = "t10k-labels-idx1-ubyte"

  /// The name of the file on the mirrors.
  var archiveName: String { rawValue + ".gz" }

  /// The names that are common for the file.
  var knownNames: [String] {
    let dotted = rawValue.replacingOccurrences(of: "-idx", with: ".idx")
    return [archiveName, rawValue, dotted + ".gz", dotted]
  }

  var role: IDXHeader.Role { rawValue.contains("images") ? .samples : .labels }

  /// The number of bytes of the published gzipped file.
  var archiveSize: Int {
    switch self {
    case .trainingImages: 9_912_422
    case .trainingLabels: 28_881
    case .testImages: 1_648_877
    case .testLabels: 4_542
    }
  }

  /// SHA-256 of the gzipped file as it is published.
  package var archiveDigest: String {
    switch self {
    case .trainingImages: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"
    case .trainingLabels: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"
    case .testImages: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"
    case .testLabels: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"
    }
  }

  /// SHA-256 of its content, unpacked.
  package var contentDigest: String {
    switch self {
    case .trainingImages: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
    case .trainingLabels: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
    case .testImages: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
    case .testLabels: "ff7bcfd416de33731a308c3f266cd351222c34898ecbeaf847f06e48f7ec33f2"
    }
  }

  /// Returns true for the digest of the published file, as it is or unpacked.
  func isPublished(_ digest: String) -> Bool { digest == archiveDigest || digest == contentDigest }

  /// Returns the file in a folder under any of its names.
  func find(in folder: URL) -> URL? {
    knownNames.map { folder.appendingPathComponent($0) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
