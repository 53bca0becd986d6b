import Diagnostics

/// The first stage of the work, which turns text into a document.
package enum NotebookParser {
  /// Parses a notebook. There is always a document, and all problems are reported.
  package static func parse(_ source: SourceFile) -> (document: Document, diagnostics: [Diagnostic]) {
    GuessBudget.spending { document(of: source) }
  }

  /// Returns the front matter alone; the rest of the notebook is not read.
  package static func parseFrontMatter(_ source: SourceFile) -> FrontMatter {
    GuessBudget.spending { FrontMatterParser(source).frontMatter }
  }

  private static func document(of source: SourceFile) -> (document: Document, diagnostics: [Diagnostic]) {
    let front = FrontMatterParser(source)
    let start =
      front.nextLine <= source.lineCount ? source.rangeOfLine(front.nextLine).start : source.utf8.count
    var prose = TangledProse()
    let tangled = prose.line(in: source, from: front.nextLine)
    let table = LargeTable.line(in: source, from: front.nextLine)
    let marked = MarkedTree(
      source, from: tangled == nil && table == nil ? start : source.utf8.count,
      linesBefore: front.nextLine - 1)
    var builder = DocumentBuilder(
      source: source, linesBefore: front.nextLine - 1, parameters: front.frontMatter.parameters,
      mask: marked.mask)
    let (blocks, footnotes) = builder.build(marked.tree)
    let refused =
      [
        tangled.map { Diagnostic(SyntaxProblem.tangledProse, at: source.rangeOfLine($0)) },
        table.map {
          Diagnostic(SyntaxProblem.largeTable(columns: $0.columns), at: source.rangeOfLine($0.line))
        },
      ].compactMap(\.self)
    let diagnostics =
      (front.diagnostics + refused + marked.diagnostics + builder.diagnostics).causesOnce
      + DirectionControls(source: source).diagnostics
    let document = Document(
      source: source, frontMatter: front.frontMatter, blocks: blocks, footnotes: footnotes,
      isSound: !diagnostics.hasErrors, lostCells: builder.lostCells, listings: builder.listings,
      allowances: builder.allowances,
      paragraphs: builder.paragraphs, links: builder.links, pictures: builder.pictures,
      equations: builder.equations)
    return (document, diagnostics)
  }
}
