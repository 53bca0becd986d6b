import Diagnostics

/// The lines of a notebook that contain inlines.
struct ProseLines {
  let lines: ClosedRange<Int>
  let isTable: Bool
  /// True if they are not in a quote, a list or a footnote.
  let isAtTop: Bool

  /// - Parameter linesBefore: the number of lines of front matter, which the tree does not count.
  static func all(in tree: CommonMarkTree, of source: SourceFile, linesBefore: Int) -> [ProseLines] {
    var found: [ProseLines] = []
    func add(_ node: CommonMarkNode, isTable: Bool, isAtTop: Bool) {
      let start = min(node.lines.lowerBound + linesBefore, source.lineCount)
      let end = min(max(start, node.lines.upperBound + linesBefore), source.lineCount)
      found.append(ProseLines(lines: start...end, isTable: isTable, isAtTop: isAtTop))
    }
    func visit(_ nodes: [CommonMarkNode], isAtTop: Bool) {
      for (index, node) in nodes.enumerated() {
        switch node.kind {
        case .paragraph:
          // A paragraph that runs into a table has the table's lines too.
          let next = index + 1 < nodes.count ? nodes[index + 1] : nil
          if case .table? = next?.kind, next?.lines.lowerBound == node.lines.lowerBound { continue }
          add(node, isTable: false, isAtTop: isAtTop)
        case .heading: add(node, isTable: false, isAtTop: isAtTop)
        case .table: add(node, isTable: true, isAtTop: isAtTop)
        default: visit(node.children, isAtTop: false)
        }
      }
    }
    visit(tree.root.children, isAtTop: true)
    return found.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }
}

extension SourceFile {
  /// Returns the cells of a table's row, which end at each bar without a backslash before it, even in code.
  func tableCells(inLine line: Int) -> [SourceRange] {
    let range = rangeOfLine(line)
    var cells: [SourceRange] = []
    var start = range.start
    for offset in range.start..<range.end where utf8[offset] == UInt8(ascii: "|") {
      guard offset == range.start || utf8[offset - 1] != UInt8(ascii: "\\") else { continue }
      cells.append(SourceRange(start, offset))
      start = offset + 1
    }
    return cells + [SourceRange(start, range.end)]
  }
}
