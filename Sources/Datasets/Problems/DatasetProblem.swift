import Diagnostics
import Options

/// A problem with a data set. Files are named by the path that the user knows.
package enum DatasetProblem: Problem, Error, Equatable {
  // Files
  case dataFolderNotFound(String)
  /// A missing file, with the names of the files in its folder for a suggestion.
  case fileNotFound(String, known: [String])
  /// A file that the notebook may not read.
  case outOfReach(String, reason: String)
  case folderInsteadOfFile(String)
  case notAFile(String)
  case unreadable(String, reason: String)
  case emptyFile(String)
  /// A file with more bytes than are allowed.
  case fileTooLarge(String, bytes: Int, limit: Int)
  /// A file whose reading takes more bytes of memory than are allowed.
  case needsMemory(String, needed: Double, budget: Int)
  case truncatedGzip(String)
  case damagedGzip(String)
  case incompleteFolder(String, missing: [String])

  // IDX
  case wrongMagic(String, found: UInt32, expected: String)
  case truncatedIDX(String, expected: Int, found: Int)
  /// A file longer than its header says; `found` is `nil` if the rest was too long to count.
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
  /// The weights of the samples are to be read from the column of the answers.
  case weightIsAnswer(CSVPlace, column: String)
  case negativeWeight(CSVPlace, text: String, column: String)
  case noFeatures(CSVPlace, column: String)
  case noRows(String, hasHeader: Bool)
  case labelOrTarget(both: Bool)
  case wrongDelimiter(String)

  // Series
  /// A series that is too short for two windows.
  case tooFewValues(String, count: Int, needed: Int)

  // Downloads
  case offline(dataset: String)
  case downloadFailed(dataset: String, [DownloadFailure])
  case cannotWrite(String, reason: String)
  case cancelled(dataset: String)

  // Preparation
  case nothingLeft(part: String, of: Int)
  case hasTestPart
  case validationTakesAll(Int, of: Int)

  /// A Boolean value that indicates whether the data is not available, so that a `fallback` takes its place. Data that
  /// is damaged is always an error.
  package var isUnavailable: Bool {
    switch self {
    case .offline, .downloadFailed, .cannotWrite: true
    default: false
    }
  }
}
