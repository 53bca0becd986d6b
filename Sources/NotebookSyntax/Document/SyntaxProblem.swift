import Diagnostics

/// A problem with the Markdown of a notebook or the fences of its cells.
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
  case undescribedPicture
  case bodyIsScalar(directive: String)
  case backtickInHeading
  case indentedCell
  /// The characters that seem to open a cell.
  case shortFence(String)
  /// The numbers of columns in the header and in the row of dashes, if there is one.
  case brokenTable(header: Int, dashes: Int?)
  /// A cell in a table's row of dashes, as written.
  case wrongDashes(String)
  /// The label of a reference to a footnote without text.
  case missingFootnote(String)
  /// Code in the notation that other tools use for values: the word in its braces.
  case foreignValue(String)
  /// A placeholder that is filled in elsewhere or by other tools, and the inline value that was meant, if its
  /// name is that of a parameter or a cell.
  case unfilled(String, meant: String?)
  /// A reference in the notation of other tools, and the reference that was meant.
  case foreignReference(String, meant: String)
  case referenceInText(String)
  /// The name of a character, and the number of other lines that contain one.
  case directionControl(String, moreLines: Int)
  case tangledProse
  case largeTable(columns: Int)
  /// The address of a link that leads nowhere.
  case lostLink(String)
  case rawHTML
  /// The label of a footnote, and whether another footnote has it too.
  case lostFootnote(String, isRepeated: Bool)
  case surplusCells(columns: Int)
  /// A comment that other tools read as an option.
  case optionInComment
  /// A comment that begins within what seems to be a single text.
  case textInComment
  /// The label of a link's address, and whether another address has it too.
  case lostAddress(String, isRepeated: Bool)
  /// An emphasis, and its spelling in a form that Markdown reads.
  case plainEmphasis(String, meant: String)
  /// The mark of an alert of an unknown kind.
  case unknownAlert(String)

  package static let references = [
    reference(of: unclosedCell), reference(of: unclosedListing), reference(of: nestedCell),
    reference(of: missingDirective), reference(of: unclosedBrace), reference(of: invalidDirective),
    reference(of: nameInsideBraces), reference(of: missingSpace), reference(of: extraWords),
    reference(of: invalidName), reference(of: tooDeep), reference(of: detachedValue),
    reference(of: misspelledValue), reference(of: emptyValue), reference(of: unclosedValue),
    reference(of: valueInHTML), reference(of: foreignPicture), reference(of: bodyIsScalar),
    reference(of: backtickInHeading), reference(of: indentedCell), reference(of: shortFence),
    reference(of: brokenTable), reference(of: missingFootnote), reference(of: foreignValue),
    reference(of: unfilled), reference(of: foreignReference), reference(of: referenceInText),
    reference(of: directionControl), reference(of: tangledProse), reference(of: largeTable),
    reference(of: lostLink), reference(of: rawHTML), reference(of: lostFootnote), reference(of: surplusCells),
    reference(of: optionInComment), reference(of: textInComment), reference(of: lostAddress),
    reference(of: plainEmphasis), reference(of: unknownAlert), reference(of: undescribedPicture),
  ]

  /// Returns the problem of a text that has a character which changes its direction, or `nil` if none does.
  static func directionControl(in text: String) -> SyntaxProblem? {
    BidirectionalControl.first(in: text).map {
      .directionControl(BidirectionalControl.name(of: $0), moreLines: 0)
    }
  }
}
