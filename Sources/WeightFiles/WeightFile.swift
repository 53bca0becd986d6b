import Engine
import Files
import Foundation

/// Weights in files that other libraries read and write, told by the file's extension.
package enum WeightFile: String, Sendable, CaseIterable {
  case safetensors, npz

  /// The number of dimensions that an array may have.
  static let mostDimensions = 32

  /// - Throws: a name with no extension that is known.
  package init(name: String) throws(WeightFileProblem) {
    guard let format = WeightFile(rawValue: URL(fileURLWithPath: name).pathExtension.lowercased()) else {
      throw .unknownFormat(name)
    }
    self = format
  }

  /// Reads the arrays of a file.
  ///
  /// - Throws: a file that cannot be read, is cut short, contradicts itself, or holds what are no floats.
  package static func read(_ url: URL, limit: Int = largestFile) throws(WeightFileProblem) -> [Variable] {
    let format = try WeightFile(name: url.lastPathComponent)
    let data = try content(of: url, limit: limit)
    do {
      return try format.arrays(in: data)
    } catch {
      throw .damaged(url.lastPathComponent, error)
    }
  }

  /// The arrays in a file's bytes.
  package func arrays(in data: Data) throws(WeightFileFault) -> [Variable] {
    let reader = ByteReader(data)
    return switch self {
    case .safetensors: try SafeTensors.read(reader)
    case .npz: try NumPyArchive.read(reader)
    }
  }

  /// The bytes of a file that holds arrays.
  package func data(of arrays: [Variable]) -> Data {
    switch self {
    case .safetensors: SafeTensors.data(of: arrays)
    case .npz: NumPyArchive.data(of: arrays)
    }
  }

  /// The bytes of a file of weights.
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

  /// In bytes: four billion weights.
  package static let largestFile = 16_000_000_000

  /// Writes arrays to a file, whole or not at all.
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
