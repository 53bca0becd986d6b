import Datasets
import Diagnostics
import Files
import Foundation

/// Descriptions of data sets from earlier runs, so that files that have not changed need not be read again.
extension ResultStore {
  /// Returns a data set's description of itself.
  ///
  /// - Parameter spelling: the option that chose it, in canonical form.
  func description(
    of dataset: any Dataset, spelled spelling: String, in locations: DatasetLocations, for cell: String
  ) throws(DatasetFailure) -> DatasetDescription {
    guard let files = FilesOfDataset(dataset, in: locations) else {
      return try dataset.describe(in: locations)
    }
    let key = KeyDraft(
      directive: Load.name, [("dataset", spelling), ("files", files.text), ("kind", "description 2")]
    ).key
    if let known = result(of: key, as: DatasetDescription.self, for: cell) { return known.content }
    let start = ContinuousClock.now
    let description = try dataset.describe(in: locations)
    if files.areSettled, FilesOfDataset(dataset, in: locations)?.text == files.text {
      keep(StoredResult(description, seconds: (ContinuousClock.now - start) / .seconds(1)), of: key)
    }
    return description
  }
}

/// The files that a data set is read from, as they are now.
private struct FilesOfDataset {
  let text: String
  let areSettled: Bool

  /// Returns `nil` if there are no files, or one is missing.
  init?(_ dataset: any Dataset, in locations: DatasetLocations) {
    let urls = dataset.files(in: locations)
    let stamps = urls.compactMap { FileStamp(at: $0.path) }
    guard !urls.isEmpty, stamps.count == urls.count else { return nil }
    text = zip(urls, stamps).map { "\($0.path)\n\($1.text)" }.joined(separator: "\n")
    areSettled = stamps.allSatisfy(\.isSettled)
  }
}
