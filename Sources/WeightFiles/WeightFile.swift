import Engine
import Files
import Foundation

/// Files of weights that other libraries read and write. The extension of the file selects the format.
package enum WeightFile: String, Sendable, CaseIterable {
  case safetensors, npz

  /// The largest number of dimensions of an array.
  static let mostDimensions = 32

  /// - Throws: A problem if the extension is not known.
  package init(name: String) throws(WeightFileProblem) {
    guard let format = WeightFile(rawValue: URL(fileURLWithPath: name).pathExtension.lowercased()) else {
      throw .unknownFormat(name)
    }
    self = format
  }

  /// Reads the arrays of a file.
  ///
  /// - Throws: A problem if the file cannot be read, is damaged, or has arrays of another type than 32-bit floats.
  package static func read(_ url: URL, limit: Int = largestFile) throws(WeightFileProblem) -> [Variable] {
    let format = try WeightFile(name: url.lastPathComponent)
    let data = try content(of: url, limit: limit)
    do {
      return try format.arrays(in: data)
    } catch {
      throw .damaged(url.lastPathComponent, error)
    }
  }

  /// Returns the arrays in the bytes of a file.
  package func arrays(in data: Data) throws(WeightFileFault) -> [Variable] {
    let reader = ByteReader(data)
    return switch self {
    case .safetensors: try SafeTensors.read(reader)
    case .npz: try NumPyArchive.read(reader)
    }
  }

  /// Returns the bytes of a file with arrays.
  package func data(of arrays: [Variable]) -> Data {
    switch self {
    case .safetensors: SafeTensors.data(of: arrays)
    case .npz: NumPyArchive.data(of: arrays)
    }
  }

  /// Reads the bytes of a file of weights.
  package static func content(of url: URL, limit: Int = largestFile) throws(WeightFileProblem) -> Data {
    do throws(FileError) {
      return try OpenFile(following: url.path).content(limit: limit)
    } catch {
      switch error {
      case .system(ENOENT): throw .notFound(url.lastPathComponent)
      default: throw .unreadable(url.lastPathComponent, reason: error.reason)
      }
    }
  }

  /// The largest size in bytes: four billion weights.
  package static let largestFile = 16_000_000_000

  /// Writes arrays to a complete file, or throws and writes none.
  package static func write(
    _ arrays: [Variable], to name: String, in folder: Folder, overwriting: Bool
  ) throws(WeightFileProblem) {
    let format = try WeightFile(name: name)
    do throws(FileError) {
      try folder.replace(name, with: format.data(of: arrays), .weights, overwriting: overwriting)
    } catch {
      throw .unwritable(name, reason: error.reason)
    }
  }
}
