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

  /// A Boolean value that indicates whether the data is not available, so that a `fallback` takes its place. Data that
  /// is damaged is always an error.
  package var isUnavailable: Bool {
    switch self {
    case .offline, .downloadFailed, .cannotWrite: true
    default: false
    }
  }
}

/// A place in a CSV file: 1-based line and column, the column counted in characters.
package struct CSVPlace: Sendable, Hashable, Codable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(_ file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}

/// The reason why a file could not be downloaded from one mirror.
package struct DownloadFailure: Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case status(Int)
    case noAnswer(seconds: Double)
    case stalled(seconds: Double)
    case interrupted(received: Int, total: Int?)
    case wrongDigest
    case failed(String)
  }

  package let url: String
  package let reason: Reason

  package init(url: String, _ reason: Reason) {
    self.url = url
    self.reason = reason
  }

  package var description: String {
    let wording =
      switch reason {
      case .status(let status): "the server answered \(status)"
      case .noAnswer(let seconds): "no answer within \(OptionValue(.number(seconds))) s"
      case .stalled(let seconds): "nothing came for \(OptionValue(.number(seconds))) s"
      case .interrupted(let received, let total?):
        "the transfer broke off after \(received) of \(total) bytes"
      case .interrupted(let received, nil): "the transfer broke off after \(received) bytes"
      case .wrongDigest: "the file has the wrong SHA-256"
      case .failed(let message): message
      }
    return "\(url): \(wording)"
  }
}
