import Diagnostics

/// What can be wrong with the YAML of a cell or of the front matter.
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
  case inlineList
  case misplacedLine
  /// The first line, where those below begin farther left.
  case indentedFirst
  /// An item of a list that YAML takes for the rest of a text above it.
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

  package var code: String {
    switch self {
    case .controlCharacter: "TB-S-121"
    case .tab: "TB-S-122"
    case .duplicateKey: "TB-S-123"
    case .reserved: "TB-S-124"
    case .severalDocuments: "TB-S-125"
    case .keyIsNoText: "TB-S-126"
    case .keyIsMissing: "TB-S-127"
    case .missingValue: "TB-S-142"
    case .unclosedQuote: "TB-S-128"
    case .unclosedBracket: "TB-S-129"
    case .expectedSeparator: "TB-S-130"
    case .unquotedColon: "TB-S-131"
    case .unquotedPlaceholder: "TB-S-132"
    case .missingColon: "TB-S-133"
    case .unknownEscape: "TB-S-134"
    case .inlineList: "TB-S-135"
    case .misplacedLine: "TB-S-136"
    case .indentedFirst: "TB-S-147"
    case .swallowedItem: "TB-S-148"
    case .missingSpaceBehindDash: "TB-S-154"
    case .textBehindValue: "TB-S-137"
    case .tooDeep: "TB-S-138"
    case .expectedKey: "TB-S-139"
    case .expectedDash: "TB-S-140"
    case .unquotedValue: "TB-S-141"
    case .missingSpace: "TB-S-143"
    case .foreignSign: "TB-S-144"
    case .extraBracket: "TB-S-145"
    case .quoteInText: "TB-S-146"
    case .other: "TB-S-149"
    }
  }

  package var message: String {
    switch self {
    case .controlCharacter(let scalar):
      "the character U+\(hexadecimal(scalar)) cannot stand in YAML"
    case .tab: "a tab cannot stand here; YAML is indented with spaces"
    case .duplicateKey(let key): "\"\(key)\" is given twice"
    case .reserved("&"), .reserved("*"): "anchors and aliases (& and *) are not supported"
    case .reserved("!"): "tags (!) are not supported"
    case .reserved(let character): "a value cannot begin with \(character)"
    case .severalDocuments: "a second YAML document cannot begin here"
    case .keyIsNoText: "a key must be a name, not a list or a mapping"
    case .keyIsMissing: "there is no key before the colon"
    case .missingValue: "a value is missing here"
    case .unclosedQuote: "the quotation mark that opens here is never closed"
    case .unclosedBracket(let bracket): "the \(bracket) that opens here is never closed"
    case .expectedSeparator(let bracket):
      "a comma or the closing \(closer(of: bracket)) must stand here"
    case .unquotedColon: "a colon with a space behind it cannot stand within a value"
    case .unquotedPlaceholder: "${…} must be quoted between brackets"
    case .unquotedValue: "text that begins with {value} must be quoted"
    case .missingColon: "a colon is missing behind this key"
    case .unknownEscape: "YAML knows no such escape"
    case .inlineList: "a list cannot begin on the line of its key"
    case .misplacedLine: "this line's indentation fits no line above it"
    case .indentedFirst: "this line's indentation is more than that of the lines below it"
    case .swallowedItem: "with this indentation the line is read as the rest of the text above it"
    case .expectedKey: "a key must begin this line, as on the lines above"
    case .missingSpaceBehindDash: "a space is missing behind this dash"
    case .expectedDash: "a dash must begin this line, as on the other lines of the list"
    case .textBehindValue: "the value ends before this text"
    case .missingSpace: "a space is missing behind this colon"
    case .foreignSign(let sign, _):
      "U+\(hexadecimal(sign.value)) (\(name(of: sign))) means nothing in YAML"
    case .extraBracket(let bracket): "there is one \(bracket) too many"
    case .quoteInText(let quote): "the text ends at this \(quote), and more follows"
    case .tooDeep(let limit): "lists and mappings are nested more than \(limit) levels deep"
    case .other(let reason): "the YAML does not parse: \(reason)"
    }
  }

  package var help: String? {
    switch self {
    case .controlCharacter: "delete it"
    case .tab: "replace it by spaces"
    case .duplicateKey: "delete one of the two"
    case .reserved: "put text that begins so in quotation marks: \"…\""
    case .severalDocuments: "remove the line; a list of values is written with a dash before each"
    case .keyIsNoText: nil
    case .keyIsMissing: "write it as in `key: value`"
    case .unclosedQuote: "close it, or write a quotation mark within text as \\\""
    case .unclosedBracket(let bracket): "close it with \(closer(of: bracket))"
    case .expectedSeparator: "values between brackets are separated by commas"
    case .unquotedColon: "put the value in quotation marks, or begin a new line, indented further"
    case .unquotedPlaceholder: "write \"${…}\""
    case .unquotedValue: "put all of the text in quotation marks: \"…\""
    case .missingColon: "write it as in `key: value`, a space behind the colon"
    case .unknownEscape: "write a backslash as \\\\, or use single quotation marks"
    case .inlineList: "begin it on the next line, or write it as [a, b]"
    case .misplacedLine: "line it up with the options that it belongs to"
    case .indentedFirst: "begin it where they begin"
    case .swallowedItem: "line its dash up with those of the list, or put the text in quotation marks"
    case .expectedKey:
      "a list stands below a key of its own, with nothing behind the key's colon, as in `layers:`"
    case .expectedDash: "options (`key: value`) and lists (`- value`) cannot be mixed"
    case .textBehindValue: "put all of the value in quotation marks, or begin a new line"
    case .missingSpace: "write it as in `key: value`"
    case .missingSpaceBehindDash: "write it as in `- value`"
    case .foreignSign(_, let meant): "write \(meant)"
    case .extraBracket: "remove it"
    case .quoteInText("'"): "write '' for an apostrophe within '…'"
    case .quoteInText: "write \\\" for a quotation mark within \"…\""
    case .missingValue, .tooDeep, .other: nil
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
}
