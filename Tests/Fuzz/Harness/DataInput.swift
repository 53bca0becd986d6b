import CZlib

/// Data files, loaded and shown by notebooks, and pictures.
enum DataInput {
  /// Reads bytes as a CSV file, by the first byte in one of several ways.
  static func csv(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    FuzzFolder.shared.write(Array(bytes.dropFirst()), to: "input.csv")
    let columns = ["label: kind", "target: kind", "label: 1, header: false", "target: '2', header: false"]
    let delimiters = [",", ";", "\\t", "|"]
    let choice = Int(first)
    return NotebookInput.runOwn(
      """
      ~~~{load} table
      dataset: {csv: {path: input.csv, \(columns[choice % 4]), delimiter: "\(delimiters[choice / 4 % 4])"}}
      \(choice & 16 == 0 ? "standardize: true" : "scale: 1/255")
      test_split: 0.25
      ~~~

      ~~~{show}
      data: table
      what: [shapes, sample]
      ~~~

      """)
  }

  /// Reads bytes as a file of images and one of labels: the first byte tells how they are packed, the next two how
  /// long the first file is.
  static func idx(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    let content = bytes.dropFirst(3)
    let length = min(Int(bytes[1]) << 8 | Int(bytes[2]), content.count)
    let parts = [Array(content.prefix(length)), Array(content.dropFirst(length))]
    for (index, name) in ["images.gz", "labels.gz"].enumerated() {
      FuzzFolder.shared.write(bytes[0] >> index & 1 == 0 ? parts[index] : gzip(parts[index]), to: name)
    }
    return NotebookInput.runOwn(
      """
      ~~~{load} pictures
      dataset: {idx: {images: images.gz, labels: labels.gz}}
      scale: 1/255
      ~~~

      ~~~{show}
      data: pictures
      what: [shapes, sample, images, class_counts, one_hot, flattened]
      ~~~

      """)
  }

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
