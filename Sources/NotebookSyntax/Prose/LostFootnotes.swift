import Diagnostics

/// Finds the footnotes that cmark-gfm omits: unreferenced ones, and the second one with the same label.
struct LostFootnotes {
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter linesBefore: the number of lines of front matter, which the tree does not count.
  init(_ tree: CommonMarkNode, of source: SourceFile, linesBefore: Int) {
    var taken: Set<Int> = []
    var labels: Set<String> = []
    func visit(_ node: CommonMarkNode) {
      switch node.kind {
      case .footnoteDefinition(let label):
        taken.insert(node.lines.lowerBound)
        labels.insert(label.lowercased())
        node.children.forEach(visit)
      case .paragraph, .heading, .code, .htmlBlock, .table: taken.formUnion(node.lines)
      default: node.children.forEach(visit)
      }
    }
    visit(tree)
    for line in max(1, linesBefore + 1)..<max(linesBefore + 1, source.lineCount + 1)
    where !taken.contains(line - linesBefore) {
      let range = source.rangeOfLine(line)
      guard source.utf8[range.start..<range.end].contains(UInt8(ascii: "^")),
        let match = source[range].prefixMatch(of: /([ \t>]*)\[\^([^\[\]\s]+)\]:/)
      else { continue }
      let start = range.start + match.output.1.utf8.count
      let label = String(match.output.2)
      let place = SourceRange(start, start + label.utf8.count + 3)
      let problem = SyntaxProblem.lostFootnote(label, isRepeated: labels.contains(label.lowercased()))
      labels.insert(label.lowercased())
      diagnostics.append(Diagnostic(problem, at: place, severity: .warning))
    }
  }
}
