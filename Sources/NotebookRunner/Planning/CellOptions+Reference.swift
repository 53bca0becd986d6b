import Options

extension Directives {
  /// What the reference says of the options that every cell of a directive takes.
  package static func cellOptions(of directive: String) -> [OptionDeclaration] {
    OptionReader.describe(directive) { _ = CellOptions(&$0) }
  }
}
