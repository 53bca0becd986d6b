import Options

extension Directives {
  /// What the reference says of the options that every cell of a directive takes.
  package static func cellOptions(of directive: String) -> [OptionDeclaration] {
    OptionReader.describe(directive) { _ = CellOptions(&$0) }
  }

  /// What it says of those that all cells take.
  package static var cellOptions: [OptionDeclaration] {
    OptionReader.describe("cell") { _ = CellOptions(&$0) }
  }
}
