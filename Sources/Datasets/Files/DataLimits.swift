/// The bounds within which data files are read.
package struct DataLimits: Sendable, Hashable {
  /// The most bytes of one file, as it lies on the disk.
  package var fileBytes: Int
  /// The most bytes of memory that reading one file may take, the file itself included.
  package var memory: Int

  package init(fileBytes: Int = 1 << 36, memory: Int = .max) {
    self.fileBytes = fileBytes
    self.memory = memory
  }

  /// Refuses, before anything is allocated, to read a file that takes more memory than allowed.
  ///
  /// - Parameter needed: bytes, as a floating-point number because the product of sizes may exceed any integer.
  func check(_ needed: Double, toRead path: String) throws(DatasetProblem) {
    guard needed <= Double(memory) else { throw .needsMemory(path, needed: needed, budget: memory) }
  }
}
