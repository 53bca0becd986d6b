import CZlib
import Datasets
import Diagnostics
import Options

/// Data files, which are loaded and prepared, and pictures, which a notebook shows.
enum DataInput {
  /// Reads bytes as a CSV file, by the first byte in one of several ways.
  static func csv(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    FuzzFolder.shared.write(Array(bytes.dropFirst()), to: "input.csv")
    let choice = Int(first)
    let delimiters: [OptionValue] = [",", ";", "\t", "|"]
    let path: OptionValue.Entry = .init("path", "input.csv")
    let delimiter: OptionValue.Entry = .init("delimiter", delimiters[choice / 4 % 4])
    let columns: [[OptionValue.Entry]] = [
      [.init("label", "kind")], [.init("target", "kind")], [.init("label", "1"), .init("header", false)],
      [.init("target", "2"), .init("header", false), .init("sample_weight", "1")],
    ]
    return load(
      CSV.self, [path] + columns[choice % 4] + [delimiter],
      DataPreparation(
        scale: choice & 16 == 0 ? nil : 1 / 255, standardize: choice & 16 == 0, testSplit: 0.25))
  }

  /// Reads bytes as a file of images and one of labels: the first byte tells how they are packed, the next two how
  /// long the first file is.
  static func idx(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    let content = bytes.dropFirst(3)
    let length = min(Int(bytes[1]) << 8 | Int(bytes[2]), content.count)
    let parts = [Array(content.prefix(length)), Array(content.dropFirst(length))]
    let names = ["images.gz", "labels.gz"]
    for (index, name) in names.enumerated() {
      FuzzFolder.shared.write(bytes[0] >> index & 1 == 0 ? parts[index] : gzip(parts[index]), to: name)
    }
    return load(
      IDX.self, zip(["images", "labels"], names).map { .init($0, OptionValue(.text($1))) },
      DataPreparation(scale: 1 / 255))
  }

  /// Describes a data set as planning does, loads it and prepares it.
  ///
  /// - Returns: whether there is nothing wrong with it.
  private static func load<Data: Dataset>(
    _ kind: Data.Type, _ options: [OptionValue.Entry], _ preparation: DataPreparation
  ) -> Bool {
    let locations = FuzzFolder.shared.locations
    var reader = OptionReader(OptionValue(.mapping(options)), of: Data.name)
    let data = Data(&reader)
    precondition(reader.findings.diagnostics.isEmpty, "Options of our own are faulty.")
    var problems: [DatasetProblem] = []
    do {
      _ = try preparation.apply(to: try data.describe(in: locations))
      let loaded = NotebookInput.wait { () async -> Result<LoadedDataset, DatasetProblem> in
        do throws(DatasetProblem) {
          return .success(try await data.load(from: locations, seed: 1) { _ in })
        } catch { return .failure(error) }
      }
      _ = try preparation.apply(to: try loaded.get())
    } catch let failure as DatasetFailure {
      problems = failure.findings.map(\.problem)
    } catch let problem as DatasetProblem {
      problems = [problem]
    } catch {
      preconditionFailure("Data sets have no other problems.")
    }
    NotebookInput.report(problems.map { Diagnostic($0, at: .nowhere) }, in: source)
    return problems.isEmpty
  }

  private static let source = SourceFile(path: "input.md", text: "dataset\n")

  /// Reads bytes as a picture beside a notebook.
  static func picture(_ bytes: [UInt8]) -> Bool {
    FuzzFolder.shared.write(bytes, to: "input.png")
    return NotebookInput.runOwn("![What it shows](input.png)\n")
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return bytes }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1000)
    let produced = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(produced))
  }
}
