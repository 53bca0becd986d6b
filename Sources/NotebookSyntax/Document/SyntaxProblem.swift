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

  package var code: String {
    switch self {
    case .unclosedCell: "TB-S-101"
    case .unclosedListing: "TB-S-102"
    case .nestedCell: "TB-S-103"
    case .missingDirective: "TB-S-104"
    case .unclosedBrace: "TB-S-105"
    case .invalidDirective: "TB-S-106"
    case .nameInsideBraces: "TB-S-107"
    case .missingSpace: "TB-S-108"
    case .extraWords: "TB-S-109"
    case .invalidName: "TB-S-110"
    case .tooDeep: "TB-S-111"
    case .detachedValue: "TB-S-112"
    case .misspelledValue: "TB-S-116"
    case .emptyValue: "TB-S-117"
    case .unclosedValue: "TB-S-118"
    case .valueInHTML: "TB-S-119"
    case .bodyIsScalar: "TB-S-113"
    case .foreignPicture: "TB-S-120"
    case .backtickInHeading: "TB-S-114"
    case .tangledProse: "TB-S-158"
    case .largeTable: "TB-S-161"
    case .indentedCell: "TB-S-115"
    case .missingFootnote: "TB-S-150"
    case .foreignValue: "TB-S-151"
    case .unfilled: "TB-S-152"
    case .shortFence: "TB-S-153"
    case .brokenTable, .wrongDashes: "TB-S-157"
    case .foreignReference: "TB-S-155"
    case .referenceInText: "TB-S-156"
    case .directionControl: "TB-S-160"
    case .lostLink: "TB-S-162"
    case .rawHTML: "TB-S-163"
    case .lostFootnote: "TB-S-164"
    case .surplusCells: "TB-S-165"
    case .optionInComment: "TB-S-171"
    case .textInComment: "TB-S-172"
    case .lostAddress: "TB-S-173"
    case .plainEmphasis: "TB-S-166"
    }
  }

  package var message: String {
    switch self {
    case .unclosedCell: "the cell that opens here is never closed"
    case .unclosedListing: "the listing that opens here is never closed, so all that follows is part of it"
    case .nestedCell: "a cell cannot stand within a list, a quote or a footnote"
    case .missingDirective: "the braces name no directive"
    case .unclosedBrace: "the brace that opens here is never closed"
    case .invalidDirective(let name): "\"\(name)\" cannot be a directive's name" + lowerCased(name)
    case .nameInsideBraces(let directive, _): "only the directive stands within the braces: {\(directive)}"
    case .missingSpace(let directive, _): "a space must stand between {\(directive)} and the cell's name"
    case .extraWords(_, let name, _): "nothing can stand behind the cell's name \"\(bareName(name))\""
    case .invalidName(let name): "\"\(name)\" cannot be a cell's name"
    case .largeTable(let columns):
      "a table of \(columns) columns goes on to here, which makes more than \(LargeTable.mostCells) cells"
    case .tangledProse: "many thousands of links and emphases stand here without an empty line between them"
    case .tooDeep(let limit): "the text is nested more than \(limit) levels deep here"
    case .misspelledValue(let name): "{\(name)} makes no inline value; did you mean \"{value}\"?"
    case .emptyValue: "this inline value has no expression"
    case .unclosedValue: "the backtick behind {value} is never closed"
    case .valueInHTML: "no inline value can stand in raw HTML, which is shown as it is"
    case .detachedValue: "{value} must stand directly before its expression"
    case .backtickInHeading: "no backtick can stand in a cell's heading"
    case .brokenTable(let header, let dashes?):
      "the header above has \(counted(header, "column")), and this row of dashes \(dashes), so that this is no table"
    case .wrongDashes(let cell):
      if cell.contains(where: \.isWhitespace) {
        "there is a space inside \"\(cell)\", so that this row of dashes makes no table"
      } else {
        "a cell of this row of dashes is \(cell.isEmpty ? "empty" : "\"\(cell)\""), so that this is no table"
      }
    case .brokenTable(_, nil): "a row of dashes must stand below the header, and without it this is no table"
    case .shortFence(let fence):
      "a cell opens with three \(fence.first == "~" ? "tildes" : "backticks"), and this is prose"
    case .indentedCell: "this is a listing, and no cell, since it is indented by four spaces or more"
    case .foreignPicture:
      "a page holds no files and fetches none, so that this picture would be missing from it"
    case .missingFootnote(let label):
      "there is no footnote \"\(label)\", so that this stands on the page as it is written"
    case .foreignValue(let word): "this is shown as code: `{\(word)} …` is no inline value here"
    case .unfilled(let written, let meant):
      "\(written) is not filled in here and stands on the page as it is written"
        + (meant.map { "; did you mean \($0)?" } ?? "")
    case .foreignReference(let written, let meant):
      "\(written) is no reference here and stands on the page as it is written; did you mean \"\(meant)\"?"
    case .referenceInText(let written):
      "captions, titles and alternative texts hold no references, so that \(written) stands there as it is written"
    case .directionControl(let name, let more):
      "the character \(name) is not seen and turns the direction of the text around it"
        + (more > 0
          ? "; \(counted(more, "further line")) of this notebook \(more == 1 ? "has" : "have") one too" : "")
    case .lostLink(""): "this link has no address, so that its text alone is shown"
    case .lostLink(let address) where LinkScheme.isHostWithPort(address):
      "browsers read what stands before the colon of \(address) as a scheme, and the link leads nowhere"
    case .lostLink:
      "a page does not link to this kind of address, so that the text of the link alone is shown"
    case .rawHTML: "raw HTML is not read, and stands on the page as it is written"
    case .lostFootnote(let label, false):
      "nothing refers to the footnote \"\(label)\", so that it is missing from the page"
    case .lostFootnote(let label, true):
      "there is a footnote \"\(label)\" above, so that this one is missing from the page"
    case .surplusCells(let columns):
      "the table has \(counted(columns, "column")), so that the cells from here on are missing from the page"
    case .optionInComment: "a line that begins with #| is a comment here, and sets no option"
    case .textInComment: "a # after a space begins a comment in YAML, so that the text ends before it"
    case .lostAddress(let label, false):
      "no link uses the address of [\(label)], so that this line is missing from the page"
    case .lostAddress(let label, true):
      "there is an address of [\(label)] above, so that this one is not used"
    case .plainEmphasis:
      "Markdown reads these asterisks as text, since no space parts the punctuation beside them from the letters around"
    case .bodyIsScalar(let directive): "a {\(directive)} cell holds options or a list, not a single value"
    }
  }

  /// The problem of a text with a character that turns its direction, or `nil` where it has none.
  static func directionControl(in text: String) -> SyntaxProblem? {
    BidirectionalControl.first(in: text).map {
      .directionControl(BidirectionalControl.name(of: $0), moreLines: 0)
    }
  }

  package var correction: Correction? {
    switch self {
    case .misspelledValue(let name): .replace("{\(name)}", with: "{value}")
    case .invalidDirective(let name):
      Notation.isName(name.lowercased()) ? .replace(name, with: name.lowercased()) : nil
    case .shortFence(let fence): .replace(fence, with: Self.fence(insteadOf: fence))
    case .plainEmphasis(let written, let meant): .replace(written, with: meant)
    case .unfilled(let written, let meant?), .foreignReference(let written, let meant):
      .replace(written, with: meant)
    default: nil
    }
  }

  package var cause: String? {
    switch self {
    case .missingFootnote(let label): "footnote \(label)"
    case .rawHTML: "raw HTML"
    default: nil
    }
  }

  package var help: String? {
    switch self {
    case .unclosedCell, .unclosedListing:
      "close it with a line of as many backticks or tildes as opened it"
    case .nestedCell: "begin its fence at the margin, with an empty line before it"
    case .missingDirective: "write it as in ```{fit} name, or leave the braces out of a listing"
    case .unclosedBrace: "close it: ```{fit} name"
    case .invalidDirective: "a directive is named in small letters, such as {fit}"
    case .nameInsideBraces(let directive, let rest):
      Notation.isName(rest)
        ? "write ```{\(directive)} \(rest)" : "write options such as these on lines of their own below"
    case .missingSpace(let directive, let rest): "write ```{\(directive)} \(rest)"
    case .extraWords(let directive, let name, let rest):
      "write ```{\(directive)} \(bareName(name)), and \(option(in: rest).map { "`\($0)` on a line" } ?? "options on lines") below"
    case .invalidName(let name):
      "a name begins with a small letter and has small letters, digits and _ alone"
        + (Notation.suggestedName(for: name).map { ": \($0)" } ?? "")
    case .largeTable: "part it by empty lines, or keep such data in a file of its own"
    case .tangledProse: "part them by empty lines, or write fewer of them"
    case .tooDeep: "write it with fewer lists, quotes or emphases within each other"
    case .unclosedValue:
      "write {value}`fit.val_accuracy`, and in a table a bar within it as \\|; a backslash before the brace makes it ordinary text"
    case .misspelledValue, .emptyValue:
      "write {value}`fit.val_accuracy`; a backslash before the brace makes it ordinary text"
    case .missingFootnote(let label):
      "write its text on a line of its own, `[^\(label)]: …`; a backslash before the bracket makes it ordinary text"
    case .foreignValue: "write {value}`fit.val_accuracy`, the braces before the backtick"
    case .unfilled: "sentences take results and parameters from inline values; ${…} is filled in within cells"
    case .foreignReference:
      "@fig- and @tbl- stand before the name of a cell; a backslash before the @ makes it ordinary text"
    case .referenceInText: "refer to it in a sentence above or below the cell"
    case .directionControl(let name, _):
      "remove it, since text that holds one may read otherwise than it is; the page shows a mark, \(name), in its place"
    case .lostLink(let address) where LinkScheme.isHostWithPort(address): "write http://\(address)"
    case .lostLink: "write an address such as https://example.org, or leave the brackets out"
    case .rawHTML:
      "write Markdown in place of the HTML; a formula sets H$_2$O, and a backslash before < makes it text"
    case .lostFootnote(let label, false): "write [^\(label)] in a sentence, or remove the footnote"
    case .lostFootnote: "give it another label"
    case .surplusCells: "give the header more columns, or write a bar within a cell as \\|"
    case .optionInComment: "write options as in `caption: The curves`, without the #|"
    case .textInComment: "put the text between quotation marks; a comment has a space after its #"
    case .lostAddress(let label, false):
      "write [\(label)] in a sentence, or a backslash before the bracket where the line is text"
    case .lostAddress: "give it another label, or remove it"
    case .plainEmphasis(_, let meant): "put spaces around it: \(meant)"
    case .valueInHTML: "write Markdown in place of the HTML"
    case .detachedValue: "write {value}`…`, without a space between"
    case .backtickInHeading: "remove it"
    case .brokenTable(let header, _):
      "write |\(String(repeating: "---|", count: header))"
    case .wrongDashes(let cell):
      "write " + (cell.hasPrefix(":") ? ":" : "") + "---" + (cell.hasSuffix(":") && cell != ":" ? ":" : "")
    case .shortFence(let fence): "write \(Self.fence(insteadOf: fence))"
    case .indentedCell: "begin its fence at the margin"
    case .foreignPicture: "embed it, as in ![…](data:image/png;base64,…), or link to it: [picture](…)"
    case .bodyIsScalar:
      "write each option as in `name: value`, or each item of a list behind a dash, as in `- slow.epochs == 5`"
    }
  }

  /// A name without the sign that was to part it from what follows.
  private func bareName(_ name: String) -> String {
    String(name.prefix { !",;:".contains($0) })
  }

  /// What stands behind a cell's name as the option that it was meant to be.
  private func option(in words: String) -> String? {
    guard let match = words.wholeMatch(of: /(from)[ ]+([^ ]+)|([a-z_]+)[ ]*[=:][ ]*([^ ]+)/) else {
      return nil
    }
    let (_, from, parent, key, value) = match.output
    guard let name = from ?? key, let value = parent ?? value else { return nil }
    return "\(name): \(value)"
  }

  private static func fence(insteadOf short: String) -> String {
    String(repeating: short.hasPrefix(":") ? "`" : String(short.prefix(1)), count: 3)
  }

  private func lowerCased(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered != name && Notation.isName(lowered) ? "; did you mean \"\(lowered)\"?" : ""
  }
}
