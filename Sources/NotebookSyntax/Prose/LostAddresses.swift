import Diagnostics

/// A search for link reference definitions that no link uses, and for repeated ones.
struct LostAddresses {
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter linesBefore: the number of lines of front matter, which the tree does not count.
  init(_ tree: CommonMarkNode, of source: SourceFile, linesBefore: Int) {
    // Prose that is refused has no tree.
    guard !tree.children.isEmpty else { return }
    var taken: Set<Int> = []
    var used: Set<String> = []
    func visit(_ node: CommonMarkNode) {
      switch node.kind {
      case .paragraph, .heading, .table:
        taken.formUnion(node.lines)
        let lines = node.lines.clamped(to: 1...max(1, source.lineCount - linesBefore))
        let start = source.rangeOfLine(lines.lowerBound + linesBefore).start
        let end = source.rangeOfLine(lines.upperBound + linesBefore).end
        used.formUnion(Self.labels(in: SourceRange(start, end), of: source))
      case .code, .htmlBlock: taken.formUnion(node.lines)
      default: node.children.forEach(visit)
      }
    }
    visit(tree)
    var known: Set<String> = []
    for line in max(1, linesBefore + 1)..<max(linesBefore + 1, source.lineCount + 1)
    where !taken.contains(line - linesBefore) {
      let range = source.rangeOfLine(line)
      guard source.utf8[range.start..<range.end].contains(UInt8(ascii: "[")),
        let match = source[range].prefixMatch(of: /([ \t>]*)\[([^\[\]^][^\[\]]*)\]:/)
      else { continue }
      let label = String(match.output.2)
      let isRepeated = !known.insert(Self.folded(label)).inserted
      // Some authors use such a label to write comments.
      guard isRepeated || !used.contains(Self.folded(label)), !label.hasPrefix("//") else { continue }
      let start = range.start + match.output.1.utf8.count
      let problem = SyntaxProblem.lostAddress(label, isRepeated: isRepeated)
      diagnostics.append(
        Diagnostic(problem, at: SourceRange(start, start + label.utf8.count + 3), severity: .warning))
    }
  }

  /// Returns the texts between brackets.
  private static func labels(in range: SourceRange, of source: SourceFile) -> [String] {
    var labels: [String] = []
    var start: Int?
    for offset in range.start..<range.end {
      switch source.utf8[offset] {
      case UInt8(ascii: "["): start = offset + 1
      case UInt8(ascii: "]"):
        if let start { labels.append(folded(source[SourceRange(start, offset)])) }
        start = nil
      default: break
      }
    }
    return labels
  }

  /// Returns a label without distinctions of case and number of spaces (CommonMark 0.29, section 4.7).
  private static func folded(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
