import Foundation

/// The text by which Tunebook recognizes a file that it wrote.
package struct FileMark: Sendable {
  /// In the head of a page.
  package static let page = FileMark("<meta name=\"generator\" content=\"Tunebook ")
  /// At the beginning of a file of results.
  package static let results = FileMark("\"generator\": \"tunebook\"")
  /// At the beginning of a table of trials: the names of its first columns.
  package static let trials = FileMark("sweep,trial,status,epochs")
  /// In the metadata of a file of weights.
  package static let weights = FileMark("written by tunebook")

  package let text: String
  /// The number of bytes at the start and at the end of a file in which the mark is searched.
  private static let reach = 4096

  private init(_ text: String) { self.text = text }

  fileprivate func stands(in file: OpenFile) throws(FileError) -> Bool {
    let ends = [
      try file.bytes(from: 0, count: Self.reach),
      try file.bytes(from: max(0, file.size - Self.reach), count: Self.reach),
    ]
    return ends.contains { $0.range(of: Data(text.utf8)) != nil }
  }
}

extension Folder {
  /// Writes a marked file, replacing one that ``checkReplaceable(_:_:overwriting:)`` allows, and removes the drafts of
  /// killed processes.
  package func replace(_ name: String, with data: Data, _ mark: FileMark, overwriting: Bool) throws(FileError)
  {
    removeAbandonedDrafts()
    try checkReplaceable(name, mark, overwriting: overwriting)
    try write(data, to: name)
  }

  /// Checks that a file may be written: there is none of that name, or it is empty, or it has the mark.
  ///
  /// - Parameter overwriting: whether the mark may be missing.
  /// - Throws: ``FileError/foreign(_:)``, or an error for an entry that is never replaced.
  package func checkReplaceable(_ name: String, _ mark: FileMark, overwriting: Bool) throws(FileError) {
    if try status(of: name)?.kind == .folder { throw .notAFile(path(of: name)) }
    guard let file = try file(name), file.size > 0, !overwriting else { return }
    if try !mark.stands(in: file) { throw .foreign(path(of: name)) }
  }
}
