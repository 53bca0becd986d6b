import Engine
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
  package static func read(_ url: URL) throws(WeightFileProblem) -> [Variable] {
    let format = try WeightFile(name: url.lastPathComponent)
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      throw exists ? .unreadable(url.lastPathComponent) : .notFound(url.lastPathComponent)
    }
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

  /// Writes arrays to a file, whole or not at all.
  package static func write(_ arrays: [Variable], to url: URL) throws(WeightFileProblem) {
    let format = try WeightFile(name: url.lastPathComponent)
    do {
      try format.data(of: arrays).write(to: url, options: .atomic)
    } catch {
      throw .unwritable(url.lastPathComponent)
    }
  }
}
