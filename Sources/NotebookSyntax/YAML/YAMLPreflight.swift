import Diagnostics

/// Content kept from the YAML parser: characters that stop it early, aliases that multiply anchors, and keys within keys.
enum YAMLPreflight {
  static func problems(of text: EmbeddedText, in source: SourceFile) -> [Diagnostic] {
    let nesting = nesting(text, source)
    return controlCharacters(text, source) + expandingAliases(text, source)
      + (nesting.isEmpty ? explicitKeys(text, source) : nesting)
  }

  /// The maximum number of explicit keys (`? key`) in a text.
  private static let mostExplicitKeys = 8

  /// The parser compares the keys of a mapping with each other. An explicit key may be a mapping with keys of the same
  /// kind, and each level doubles the time that a comparison takes.
  private static func explicitKeys(_ text: EmbeddedText, _ source: SourceFile) -> [Diagnostic] {
    let bytes = source.utf8[text.range.start..<text.range.end]
    let openings = Set("[{,?-:".utf8)
    var before: UInt8?
    var keys: [Int] = []
    for (offset, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): before = nil
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default:
        if byte == UInt8(ascii: "?"), before.map(openings.contains) ?? true { keys.append(offset) }
        before = byte
      }
    }
    return keys.dropFirst(mostExplicitKeys).prefix(1)
      .map { Diagnostic(YAMLProblem.keyIsNoText, at: SourceRange($0, $0 + 1)) }
  }

  private static func nesting(_ text: EmbeddedText, _ source: SourceFile) -> [Diagnostic] {
    YAMLNesting(text, in: source).excess.map {
      [Diagnostic(YAMLProblem.tooDeep(limit: YAMLReader.deepestNesting), at: $0)]
    } ?? []
  }

  /// YAML 1.2 (productions 1 and 27) excludes unprintable characters, and byte order marks within a text.
  private static func controlCharacters(_ text: EmbeddedText, _ source: SourceFile) -> [Diagnostic] {
    var offset = text.range.start
    for scalar in source[text.range].unicodeScalars {
      let width = UTF8.width(scalar)
      if !isPrintable(scalar.value) {
        return [
          Diagnostic(
            YAMLProblem.controlCharacter(scalar.value), at: SourceRange(offset, offset + width))
        ]
      }
      offset += width
    }
    return []
  }

  private static func isPrintable(_ value: UInt32) -> Bool {
    switch value {
    case 0xFEFF: false
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Ten lines of nested aliases represent billions of values, which the parser compares one by one.
  private static func expandingAliases(_ text: EmbeddedText, _ source: SourceFile) -> [Diagnostic] {
    let anchors = Set(names(behind: UInt8(ascii: "&"), text, source).map(\.name))
    guard !anchors.isEmpty else { return [] }
    return names(behind: UInt8(ascii: "*"), text, source).filter { anchors.contains($0.name) }.map {
      Diagnostic(YAMLProblem.reserved("*"), at: $0.range)
    }
  }

  private static func names(
    behind sign: UInt8, _ text: EmbeddedText, _ source: SourceFile
  ) -> [(name: String, range: SourceRange)] {
    let bytes = source.utf8[text.range.start..<text.range.end]
    let separators = Set(" \n\r\t[{,:".utf8)
    return bytes.indices.compactMap { index in
      guard bytes[index] == sign, index == bytes.startIndex || separators.contains(bytes[index - 1]) else {
        return nil
      }
      let name = bytes[(index + 1)...].prefix { isNameByte($0) }
      return name.isEmpty
        ? nil : (String(decoding: name, as: UTF8.self), SourceRange(index, name.endIndex))
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let scalar = UnicodeScalar(byte)
    return scalar.properties.isAlphabetic && scalar.isASCII || scalar.properties.numericType != nil
      || scalar == "_" || scalar == "-"
  }
}
