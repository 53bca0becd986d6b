import Diagnostics

/// What can be wrong with the Markdown of a notebook and with the fences of its cells.
package enum SyntaxProblem: Problem {
  case unclosedCell
  case unclosedListing
  case nestedCell
  case missingDirective
  case unclosedBrace
  case invalidDirective(String)
  case nameInsideBraces(directive: String, rest: String)
  case missingSpace(directive: String, rest: String)
  case extraWords(directive: String, name: String, rest: String)
  case invalidName(String)
  case tooDeep(limit: Int)
  case detachedValue
  case misspelledValue(String)
  case emptyValue
  case unclosedValue
  case valueInHTML
  case foreignPicture
  case bodyIsScalar(directive: String)
  case backtickInHeading
  case indentedCell
  /// The signs that a cell seems to open with.
  case shortFence(String)
  /// How many columns the header and the row of dashes have, if there is one.
  case brokenTable(header: Int, dashes: Int?)
  /// A cell in the row of dashes of a table, as it is written.
  case wrongDashes(String)
  /// The label of a reference that no text belongs to.
  case missingFootnote(String)
  /// Code as other tools write values: the word in its braces.
  case foreignValue(String)
  /// What is filled in elsewhere, or by other tools; and the inline value that it was meant to be, where its name is
  /// that of a parameter or a cell.
  case unfilled(String, meant: String?)
  /// A reference as other tools write them, and the one that it was meant to be.
  case foreignReference(String, meant: String)
  case referenceInText(String)
  /// The name of a character, and the number of further lines that have one.
  case directionControl(String, moreLines: Int)
  case tangledProse
  case largeTable(columns: Int)
  /// The address of a link that leads nowhere.
  case lostLink(String)
  case rawHTML
  /// The label of a footnote, and whether another one has it.
  case lostFootnote(String, isRepeated: Bool)
  case surplusCells(columns: Int)
  /// A comment that other tools read as an option.
  case optionInComment
  /// A comment that begins within what seems to be one text.
  case textInComment
  /// The label of a link's address, and whether another one has it.
  case lostAddress(String, isRepeated: Bool)
  /// An emphasis, and the same as Markdown reads it.
  case plainEmphasis(String, meant: String)
}
