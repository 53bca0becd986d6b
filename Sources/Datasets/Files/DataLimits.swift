/// The limits for reading data files.
package struct DataLimits: Sendable, Hashable {
  /// The largest number of bytes of a file on the disk.
  package var fileBytes: Int
  /// The largest number of bytes of memory for reading a file, the file itself included.
  package var memory: Int

  package init(fileBytes: Int = 1 << 36, memory: Int = .max) {
    self.fileBytes = fileBytes
    self.memory = memory
  }

  /// Checks, before anything is allocated, that reading a file takes no more memory than allowed.
  ///
  /// - Parameter needed: the number of bytes, as `Double` because a product of sizes may exceed any integer.
  func check(_ needed: Double, toRead path: String) throws(DatasetProblem) {
    guard needed <= Double(memory) else { throw .needsMemory(path, needed: needed, budget: memory) }
  }
}
