import Options

extension Directives {
  /// Returns the options that every cell of a directive takes, for the reference.
  package static func cellOptions(of directive: String) -> [OptionDeclaration] {
    OptionReader.describe(directive) { _ = CellOptions(&$0) }
  }

  /// The options that all cells take, for the reference.
  package static var cellOptions: [OptionDeclaration] {
    OptionReader.describe("cell") { _ = CellOptions(&$0) }
  }
}
