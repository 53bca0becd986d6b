import Diagnostics

extension SourceMap {
  /// Creates the map of a text whose bytes are in order, between indentation and signs of YAML or Markdown.
  init(following text: some Sequence<UInt8>, in range: SourceRange, of utf8: [UInt8]) {
    self.init()
    var offset = range.start
    var blanks = 0
    for byte in text {
      if isBlank(byte) {
        blanks += 1
        continue
      }
      let found = utf8[offset..<range.end].firstIndex(of: byte) ?? range.end
      append(blanks, at: SourceRange(offset, found))
      blanks = 0
      offset = min(found + 1, range.end)
      append(1, at: SourceRange(found, offset))
    }
    append(blanks, at: SourceRange(offset, range.end))
  }
}
