import Engine
import Foundation

/// Weights in files that other libraries read and write, told by the file's extension.
package enum WeightFile: String, Sendable, CaseIterable {
  case safetensors, npz

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
    do throws(WeightFileFault) {
      let reader = ByteReader(data)
      return switch format {
      case .safetensors: try SafeTensors.read(reader)
      case .npz: try NumPyArchive.read(reader)
      }
    } catch {
      throw .damaged(url.lastPathComponent, error)
    }
  }

  /// Writes arrays to a file, whole or not at all.
  package static func write(_ arrays: [Variable], to url: URL) throws(WeightFileProblem) {
    let format = try WeightFile(name: url.lastPathComponent)
    let data =
      switch format {
      case .safetensors: SafeTensors.data(of: arrays)
      case .npz: NumPyArchive.data(of: arrays)
      }
    do {
      try data.write(to: url, options: .atomic)
    } catch {
      throw .unwritable(url.lastPathComponent)
    }
  }
}
