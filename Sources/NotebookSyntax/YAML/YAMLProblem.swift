import Diagnostics

/// A problem with the YAML of a cell or of the front matter.
package enum YAMLProblem: Problem {
  case controlCharacter(UInt32)
  case tab
  case duplicateKey(String)
  case reserved(Character)
  case severalDocuments
  case keyIsNoText
  case keyIsMissing
  case missingValue
  case unclosedQuote
  case unclosedBracket(Character)
  case expectedSeparator(in: Character)
  case unquotedColon
  case unquotedPlaceholder
  case unquotedValue
  case missingColon
  case unknownEscape
  /// A command of a formula whose first letter makes an escape, such as `times`.
  case escapeInCommand(String)
  case inlineList
  case misplacedLine
  /// The first line is indented deeper than those below it.
  case indentedFirst
  /// An item of a list that YAML reads as the rest of a text above it.
  case swallowedItem
  case missingSpaceBehindDash
  case expectedKey
  case expectedDash
  case textBehindValue
  case missingSpace
  case foreignSign(Unicode.Scalar, instead: String)
  case extraBracket(Character)
  case quoteInText(Character)
  case tooDeep(limit: Int)
  case other(String)

  package var record: ProblemRecord {
    switch self {
    case .controlCharacter(let scalar):
      ProblemRecord(
        "TB-S-121", "the character U+\(hexadecimal(scalar)) is not allowed in YAML", help: "delete it",
        rule: "YAML has no control characters",
        reason: "They are invisible and usually come with pasted text.",
        wrong: .fit("epochs: 6\u{7}"), right: .fit("epochs: 6"))
    case .tab:
      ProblemRecord(
        "TB-S-122", "a tab is not allowed here; YAML is indented with spaces", help: "replace it with spaces",
        rule: "YAML is indented with spaces",
        reason: "Editors show tabs in different widths, and indentation says what belongs to what.",
        wrong: .fit("optimizer:\n\tsgd: 0.01"), right: .fit("optimizer:\n  sgd: 0.01"))
    case .duplicateKey(let key):
      ProblemRecord(
        "TB-S-123", "\"\(key)\" is given twice", help: "delete one of the two",
        rule: "Each key is given once",
        reason: "One of the two values would have to be ignored, and nobody could tell from the text which.",
        wrong: .fit("epochs: 6\nepochs: 8"), right: .fit("epochs: 8"))
    case .reserved(let character):
      ProblemRecord(
        "TB-S-124",
        [
          "&": "anchors and aliases (& and *) are not supported",
          "*": "anchors and aliases (& and *) are not supported",
          "!": "tags (!) are not supported",
        ][character] ?? "a value cannot begin with \(character)",
        help: "put text that begins with it in quotation marks: \"…\"",
        rule: "A value begins with none of YAML's reserved signs",
        reason:
          "Anchors, aliases and tags let a value refer to something far away; `from` and `params` do this "
          + "for what repeats. Text that begins with such a sign is quoted.",
        wrong: .fit("caption: *Slow* it is."), right: .fit("caption: \"*Slow* it is.\""))
    case .severalDocuments:
      ProblemRecord(
        "TB-S-125", "a second YAML document cannot begin here",
        help: "remove the line; a list of values is written with a dash before each",
        rule: "The body of a cell is one YAML document",
        reason: "Three dashes begin another document, for which there is no cell.",
        wrong: .fit("epochs: 6\n---\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16"))
    case .keyIsNoText:
      ProblemRecord(
        "TB-S-126", "a key must be a name, not a list or a mapping", rule: "A key is a name",
        reason: "YAML allows lists and mappings as keys, but every option has a name.",
        wrong: .fit("[epochs, batch_size]: 6"), right: .fit("epochs: 6\nbatch_size: 6"))
    case .keyIsMissing:
      ProblemRecord(
        "TB-S-127", "there is no key before the colon", help: "write it as in `key: value`",
        rule: "A key comes before the colon", reason: "A line that begins with a colon sets nothing.",
        wrong: .fit(": 6"), right: .fit("epochs: 6"))
    case .missingValue:
      ProblemRecord(
        "TB-S-142", "a value is missing here", rule: "There is a value between two commas",
        reason: "Usually there is a comma too many, or an element was forgotten.",
        wrong: .fit("metrics: [, accuracy]"), right: .fit("metrics: [accuracy]"))
    case .unclosedQuote:
      ProblemRecord(
        "TB-S-128", "the quotation mark that opens here is never closed",
        help: "close it, or write a quotation mark within text as \\\"",
        rule: "Quoted text ends with its quotation mark",
        reason: "Everything up to the end of the cell would be text.", wrong: .fit("caption: \"Slow"),
        right: .fit("caption: \"Slow\""))
    case .unclosedBracket(let bracket):
      ProblemRecord(
        "TB-S-129", "the \(bracket) that opens here is never closed",
        help: "close it with \(closer(of: bracket))", rule: "A bracket is closed",
        reason: "The text after it would still belong to the list or the mapping.",
        wrong: .fit("optimizer: {sgd: 0.01"), right: .fit("optimizer: {sgd: 0.01}"))
    case .expectedSeparator(let bracket):
      ProblemRecord(
        "TB-S-130", "a comma or the closing \(closer(of: bracket)) is missing here",
        help: "values between brackets are separated by commas",
        rule: "A comma separates values in brackets",
        reason: "Spaces do not separate them, since text may contain spaces.",
        wrong: .fit("optimizer: {sgd: {learning_rate: 0.01 momentum: 0.9}}"),
        right: .fit("optimizer: {sgd: {learning_rate: 0.01, momentum: 0.9}}"))
    case .unquotedColon:
      ProblemRecord(
        "TB-S-131", "a value cannot contain a colon with a space after it",
        help: "put the value in quotation marks, or begin a new line, indented further",
        rule: "Text with a colon and a space is quoted", reason: "To YAML, these two end a key.",
        wrong: .fit("caption: Slow: a tenth of the rate"),
        right: .fit("caption: \"Slow: a tenth of the rate\""))
    case .unquotedPlaceholder:
      ProblemRecord(
        "TB-S-132", "${…} must be quoted between brackets", help: "write \"${…}\"",
        rule: "${…} is quoted between brackets",
        reason:
          "There its braces would be those of a mapping. On a line of its own, as in `epochs: ${rounds}`, it "
          + "needs no quotes.",
        wrong: .fit("params: {rate: 0.01}\noptimizer: {sgd: ${rate}}"),
        right: .fit("params: {rate: 0.01}\noptimizer: {sgd: \"${rate}\"}"))
    case .unquotedValue:
      ProblemRecord(
        "TB-S-141", "text that begins with {value} must be quoted",
        help: "put all of the text in quotation marks: \"…\"",
        rule: "Text that begins with {value} is quoted", reason: "An opening brace begins a mapping.",
        wrong: .fit("caption: {value}`fast.epochs` epochs"),
        right: .fit("caption: \"{value}`fast.epochs` epochs\""))
    case .missingColon:
      ProblemRecord(
        "TB-S-133", "a colon is missing after this key",
        help: "write it as in `key: value`, with a space after the colon",
        rule: "A colon follows each key",
        reason: "Without it, the line is text that belongs to nothing.",
        wrong: .fit("epochs 6\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16"))
    case .unknownEscape:
      ProblemRecord(
        "TB-S-134", "YAML has no such escape",
        help: "write a backslash as \\\\, or use single quotation marks",
        rule: "A backslash in double quotes begins an escape",
        reason:
          "There are \\n, \\t, \\\", \\\\ and \\u with four digits, among others. Single quotes have no "
          + "escapes.",
        wrong: .fit("caption: \"\\dots and so on\""), right: .fit("caption: '\\dots and so on'"))
    case .escapeInCommand(let command):
      ProblemRecord(
        "TB-S-168",
        "in double quotes, \\\(command) is the escape \\\(command.prefix(1)) and the text "
          + "\"\(command.dropFirst())\"",
        help: "write \\\\\(command), or use single quotation marks",
        rule: "Formulas with backslashes stand in single quotes",
        reason:
          "In double quotes \\t is a tab, \\n the end of a line and \\b a backspace, so \\times, \\nabla and "
          + "\\beta lose their first letters. Single quotes have no escapes.",
        wrong: .fit("caption: \"Four times: $2 \\times 2$\""),
        right: .fit("caption: 'Four times: $2 \\times 2$'"))
    case .inlineList:
      ProblemRecord(
        "TB-S-135", "a list cannot begin on the line of its key",
        help: "begin it on the next line, or write it as [a, b]",
        rule: "A list begins below its key, or in brackets",
        reason: "After a dash on the key's line, it would be unclear what the next dash belongs to.",
        wrong: .fit("metrics: - accuracy"), right: .fit("metrics:\n  - accuracy"))
    case .misplacedLine:
      ProblemRecord(
        "TB-S-136", "this line's indentation matches no line above it",
        help: "line it up with the options that it belongs to",
        rule: "What belongs together is indented alike",
        reason: "In YAML, indentation says which options belong together.",
        wrong: .fit("epochs: 6\n  batch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16"))
    case .indentedFirst:
      ProblemRecord(
        "TB-S-147", "this line is indented further than the lines below it",
        help: "begin it where they begin", rule: "The first line is indented like those below it",
        reason: "Options that belong together begin in the same column.",
        wrong: .cell("{evaluate}", " fit: fast\nsplit: train"),
        right: .cell("{evaluate}", "fit: fast\nsplit: train"))
    case .swallowedItem:
      ProblemRecord(
        "TB-S-148", "with this indentation the line is read as the rest of the text above it",
        help: "line its dash up with those of the list, or put the text in quotation marks",
        rule: "The items of a list begin in the same column",
        reason: "A dash that is indented further continues the text of the item above, as a minus sign "
          + "would.",
        wrong: .cell("{expect}", "- fast.epochs == 3\n - fast.loss > 0"),
        right: .cell("{expect}", "- fast.epochs == 3\n- fast.loss > 0"))
    case .missingSpaceBehindDash:
      ProblemRecord(
        "TB-S-154", "a space is missing after this dash", help: "write it as in `- value`",
        rule: "There is a space between a dash and its item",
        reason: "Without it, the dash is part of the text, such as the sign of a number.",
        wrong: .cell("{expect}", "-fast.epochs == 3\n- fast.loss > 0"),
        right: .cell("{expect}", "- fast.epochs == 3\n- fast.loss > 0"))
    case .expectedKey:
      ProblemRecord(
        "TB-S-139", "a key must begin this line, as on the lines above",
        help: "a list goes below its key, with nothing after the key's colon, as in `layers:`",
        rule: "A body of options has no list items",
        reason: "A list among the options would belong to none of them.",
        wrong: .fit("epochs: 6\n- accuracy"), right: .fit("epochs: 6\nmetrics:\n  - accuracy"))
    case .expectedDash:
      ProblemRecord(
        "TB-S-140", "a dash must begin this line, as on the other lines of the list",
        help: "options (`key: value`) and lists (`- value`) cannot be mixed",
        rule: "A list has no options among its items",
        reason: "An option among the items would belong to none of them.",
        wrong: .cell("{expect}", "- fast.epochs == 3\ncaption: Done"),
        right: .cell("{expect}", "- fast.epochs == 3"))
    case .textBehindValue:
      ProblemRecord(
        "TB-S-137", "the value ends before this text",
        help: "put all of the value in quotation marks, or begin a new line",
        rule: "A value is followed by nothing",
        reason: "Its closing quote or bracket has ended it, so the rest would be lost.",
        wrong: .fit("caption: \"Slow\" it is"), right: .fit("caption: \"Slow it is\""))
    case .missingSpace:
      ProblemRecord(
        "TB-S-143", "a space is missing after this colon", help: "write it as in `key: value`",
        rule: "A space follows the colon",
        reason: "Without it, YAML reads one word, as in the address `https://…`.",
        wrong: .fit("epochs:6\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16"))
    case .foreignSign(let sign, let meant):
      ProblemRecord(
        "TB-S-144", "U+\(hexadecimal(sign.value)) (\(name(of: sign))) means nothing in YAML",
        help: "write \(meant)", rule: "YAML's own signs are those of ASCII",
        reason:
          "Full-width colons and unusual spaces look like YAML's own, come with pasted text or an input "
          + "method, and mean nothing.",
        wrong: .fit("epochs： 6"), right: .fit("epochs: 6"))
    case .extraBracket(let bracket):
      ProblemRecord(
        "TB-S-145", "there is one \(bracket) too many", help: "remove it",
        rule: "Each closing bracket has an opening one",
        reason: "Either it is one too many, or an opening bracket is missing before it.",
        wrong: .fit("optimizer: {sgd: 0.01}}"), right: .fit("optimizer: {sgd: 0.01}"))
    case .quoteInText(let quote):
      ProblemRecord(
        "TB-S-146", "the text ends at this \(quote), and more follows",
        help: quote == "'"
          ? "write '' for an apostrophe within '…'" : "write \\\" for a quotation mark within \"…\"",
        rule: "A quotation mark within its own kind is escaped",
        reason: "It would end the text too early. Text that needs no quotes may contain any.",
        wrong: .fit("caption: 'It's slow'"), right: .fit("caption: 'It''s slow'"))
    case .tooDeep(let limit):
      ProblemRecord(
        "TB-S-138", "lists and mappings are nested more than \(limit) levels deep",
        rule: "The nesting of YAML has a limit",
        reason: "No option needs more than a few levels; the limit keeps a damaged file from using up all "
          + "memory.")
    case .other(let reason):
      ProblemRecord(
        "TB-S-149", "the YAML cannot be parsed: \(reason)", rule: "YAML can be parsed",
        reason: "For a few mistakes there is no better message than the parser's own.")
    }
  }

  private func name(of scalar: Unicode.Scalar) -> String {
    scalar.properties.name?.lowercased() ?? "another sign"
  }

  private func closer(of bracket: Character) -> Character { bracket == "[" ? "]" : "}" }

  private func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  package static let references = [
    reference(of: controlCharacter), reference(of: tab), reference(of: duplicateKey), reference(of: reserved),
    reference(of: severalDocuments), reference(of: keyIsNoText), reference(of: keyIsMissing),
    reference(of: missingValue), reference(of: unclosedQuote), reference(of: unclosedBracket),
    reference(of: expectedSeparator), reference(of: unquotedColon), reference(of: unquotedPlaceholder),
    reference(of: unquotedValue), reference(of: missingColon), reference(of: unknownEscape),
    reference(of: escapeInCommand),
    reference(of: inlineList), reference(of: misplacedLine), reference(of: indentedFirst),
    reference(of: swallowedItem), reference(of: missingSpaceBehindDash), reference(of: expectedKey),
    reference(of: expectedDash), reference(of: textBehindValue), reference(of: missingSpace),
    reference(of: foreignSign), reference(of: extraBracket), reference(of: quoteInText),
    reference(of: tooDeep), reference(of: other),
  ]
}
