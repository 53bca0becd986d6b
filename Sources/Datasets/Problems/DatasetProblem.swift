import Diagnostics
import Options

/// What can be wrong with a data set; `file` is a path as the user knows it.
package enum DatasetProblem: Problem, Error, Equatable {
  // Files
  case dataFolderNotFound(String)
  /// With the names of the files in its folder, one of which may have been meant.
  case fileNotFound(String, known: [String])
  /// A file where the notebook may not read.
  case outOfReach(String, reason: String)
  case folderInsteadOfFile(String)
  case notAFile(String)
  case unreadable(String, reason: String)
  case emptyFile(String)
  /// The file's bytes, and how many are allowed.
  case fileTooLarge(String, bytes: Int, limit: Int)
  /// The bytes of memory that reading it takes, and how many are allowed.
  case needsMemory(String, needed: Double, budget: Int)
  case truncatedGzip(String)
  case damagedGzip(String)
  case incompleteFolder(String, missing: [String])

  // IDX
  case wrongMagic(String, found: UInt32, expected: String)
  case truncatedIDX(String, expected: Int, found: Int)
  /// `found` is `nil` where so much follows that it was not counted.
  case trailingBytes(String, expected: Int, found: Int?)
  case nothingInIDX(String, dimensions: [Int])
  case oversizedIDX(String, dimensions: [Int])
  case countsDiffer(images: String, Int, labels: String, Int)
  case labelOutOfRange(String, index: Int, label: Int, classes: Int)
  case shapesDiffer(training: String, [Int], test: String, [Int])
  case halfATestPart(given: String, missing: String)
  case emptyClassName

  // CSV
  case notUTF8(CSVPlace)
  case nulByte(CSVPlace)
  case gzippedCSV(String)
  case raggedRow(CSVPlace, expected: Int, found: Int)
  case notANumber(CSVPlace, text: String, column: String)
  case tooManyFields(CSVPlace, limit: Int)
  case fieldTooLong(CSVPlace, limit: Int)
  case tooManyClasses(CSVPlace, column: String, limit: Int)
  case numberTooLarge(CSVPlace, text: String, column: String)
  case emptyLabel(CSVPlace, column: String)
  case unclosedQuote(CSVPlace)
  case strayQuote(CSVPlace)
  case missingColumn(CSVPlace, name: String, known: [String])
  case repeatedColumn(CSVPlace, name: String)
  case columnOutOfRange(CSVPlace, written: String, count: Int)
  case noFeatures(CSVPlace, column: String)
  case noRows(String, hasHeader: Bool)
  case labelOrTarget(both: Bool)
  case wrongDelimiter(String)

  // Downloads
  case offline(dataset: String)
  case downloadFailed(dataset: String, [DownloadFailure])
  case cannotWrite(String, reason: String)
  case cancelled(dataset: String)

  // Preparation
  case nothingLeft(part: String, of: Int)
  case hasTestPart

  /// Whether the data cannot be had here at all, so that a `fallback` takes its place; data that is there and
  /// is damaged is never passed over in silence.
  package var isUnavailable: Bool {
    switch self {
    case .offline, .downloadFailed, .cannotWrite: true
    default: false
    }
  }
}
