import Diagnostics
import Foundation
import Options

/// A CSV file as a data set names it: its path and its form.
struct CSVFile: Sendable {
  let path: SourceText
  let hasHeader: Bool
  let delimiter: UInt8

  /// Reads the option `path`, which stands first.
  static func readPath(_ options: inout OptionReader) -> SourceText {
    options.read("path", .sourceText, help: "The file, relative to the notebook's folder.")
  }

  /// Reads the options `header` and `delimiter`.
  init(path: SourceText, _ options: inout OptionReader) {
    self.path = path
    hasHeader = options.read("header", .flag, default: true, help: "Whether the first row names the columns.")
    let written = options.read("delimiter", .text, default: ",", help: "The character between fields.")
    let forbidden = [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    if written.utf8.count == 1, let byte = written.utf8.first, !forbidden.contains(byte) {
      delimiter = byte
    } else {
      delimiter = UInt8(ascii: ",")
      options.report(DatasetProblem.wrongDelimiter(written), at: options.place(of: "delimiter"))
    }
  }

  func url(in locations: DatasetLocations) -> URL? { try? locations.resolve(path.text) }

  /// Returns the file's bytes, which are not compressed.
  ///
  /// - Parameter memory: the bytes of memory that making samples of the file takes, by its number of fields.
  func read(
    in locations: DatasetLocations, progress: (DatasetProgress) -> Void, memory: (_ fields: Int) -> Double
  ) throws(DatasetProblem) -> FileBytes {
    let url = try locations.resolve(path.text)
    progress(.reading(file: url.lastPathComponent, done: 0, total: 0))
    let file = try FileBytes(contentsOf: url, shownAs: path.text, within: locations.limits)
    if file.isGzipped { throw .gzippedCSV(path.text) }
    // The bytes of the file, as an array and as a string during validation.
    let needed = 3 * Double(file.data.count) + memory(fieldCount(of: file.data))
    try locations.limits.check(needed, toRead: path.text)
    return file
  }

  /// Returns a reader of the file's rows.
  func rows(of file: FileBytes) throws(DatasetProblem) -> CSVRows {
    try CSVRows(Array(file.data), path: path.text, hasHeader: hasHeader, delimiter: delimiter)
  }

  /// Returns the number of fields of a file, or more where fields hold delimiters.
  private func fieldCount(of data: Data) -> Int {
    let ends: Set<UInt8> = [delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    let isEnd = (UInt8.min...UInt8.max).map(ends.contains)
    return data.withUnsafeBytes { bytes in bytes.count { isEnd[Int($0)] } + 1 }
  }
}
