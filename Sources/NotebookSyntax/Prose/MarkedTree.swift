import Diagnostics

/// cmark-gfm's tree of a notebook in which single letters replace formulas and references.
///
/// The first tree locates prose, and marks are found in it. Marks that turn out to be in addresses, code or
/// HTML in the second tree are not marks, and the third tree has them as written.
struct MarkedTree {
  let tree: CommonMarkTree
  /// The mask that restores the marks, or `nil` if there are none.
  let mask: ProseMask?
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - start: the offset at which the notebook begins after its front matter.
  ///   - holdsReferences: true to recognize references; otherwise, they cause warnings and remain text.
  init(_ source: SourceFile, from start: Int = 0, linesBefore: Int = 0, holdsReferences: Bool = true) {
    let markdown = source[SourceRange(start, source.utf8.count)]
    let first = CommonMarkTree.parse(markdown)
    let mayHaveMarks = markdown.utf8.contains { "$@\\".utf8.contains($0) }
    let lines = mayHaveMarks ? ProseLines.all(in: first, of: source, linesBefore: linesBefore) : []
    let marks = ProseMarks(lines, of: source, holdsReferences: holdsReferences)
    diagnostics = marks.diagnostics
    guard let mask = ProseMask(marks.list, in: source) else {
      tree = first
      self.mask = nil
      return
    }
    var marked = CommonMarkTree.parse(mask.masked(from: start, except: []))
    let misplaced = Set(mask.marks.indices).subtracting(MarksInText(marked.root, mask).found)
    if !misplaced.isEmpty { marked = CommonMarkTree.parse(mask.masked(from: start, except: misplaced)) }
    tree = CommonMarkTree(root: marked.root.restored(by: mask), linesTooDeep: marked.linesTooDeep)
    self.mask = mask
  }
}

/// The marks that are in text and not in an address.
private struct MarksInText {
  private(set) var found: Set<Int> = []
  private let mask: ProseMask

  init(_ node: CommonMarkNode, _ mask: ProseMask) {
    self.mask = mask
    visit(node)
  }

  private mutating func visit(_ node: CommonMarkNode) {
    if case .text(let text) = node.kind { found.formUnion(mask.marks(in: text)) }
    node.children.forEach { visit($0) }
    switch node.kind {
    case .link(let address, let title), .image(let address, let title):
      found.subtract(mask.marks(in: address) + mask.marks(in: title))
    default: break
    }
  }
}

extension CommonMarkNode {
  /// Returns the node with the marks as written everywhere except in text.
  fileprivate func restored(by mask: ProseMask) -> CommonMarkNode {
    let kind: Kind =
      switch self.kind {
      case .code(let info, let text, let isFenced):
        .code(info: mask.restored(info), text: mask.restored(text), isFenced: isFenced)
      case .htmlBlock(let html): .htmlBlock(mask.restored(html))
      case .htmlSpan(let html): .htmlSpan(mask.restored(html))
      case .codeSpan(let code): .codeSpan(mask.restored(code))
      case .link(let address, let title):
        .link(destination: mask.restored(address), title: mask.restored(title))
      case .image(let address, let title): .image(source: mask.restored(address), title: mask.restored(title))
      case .footnoteDefinition(let label): .footnoteDefinition(label: mask.restored(label))
      case .footnoteReference(let label, let occurrence):
        .footnoteReference(label: mask.restored(label), occurrence: occurrence)
      default: self.kind
      }
    return CommonMarkNode(kind: kind, lines: lines, children: children.map { $0.restored(by: mask) })
  }
}
