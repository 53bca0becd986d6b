/// A name with arguments in parentheses, the notation of programs for a name with options.
struct CallSpelling {
  let function: String
  private let arguments: [(name: String?, value: String)]

  /// - Returns: `nil` if the text is not a call whose arguments are words, numbers or lists of them.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(?:\w+\.)*(\w+)\((.*)\)/),
      let arguments = Self.arguments(match.output.2)
    else { return nil }
    function = String(match.output.1)
    self.arguments = arguments.map { argument in
      let sides = argument.split(separator: "=", maxSplits: 1)
        .map { Self.value($0.filter { !" \"'".contains($0) }) }
      return sides.count == 2 ? (sides[0], sides[1]) : (nil, sides.first ?? "")
    }
  }

  /// Returns what stands between the commas outside of brackets; `nil` if brackets do not match, or hold others.
  private static func arguments(_ text: Substring) -> [Substring]? {
    var arguments: [Substring] = []
    var start = text.startIndex
    var open: Character?
    for (index, character) in zip(text.indices, text) {
      switch (character, open) {
      case ("(", nil), ("[", nil): open = character
      case (")", "("), ("]", "["): open = nil
      case ("(", _), ("[", _), (")", _), ("]", _): return nil
      case (",", nil):
        arguments.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return open == nil ? (arguments + [text[start...]]).filter { !$0.allSatisfy(\.isWhitespace) } : nil
  }

  /// Returns a list, for a tuple too.
  private static func value(_ text: String) -> String {
    guard ["(", "["].contains(text.prefix(1)), [")", "]"].contains(text.suffix(1)) else { return text }
    let elements = text.dropFirst().dropLast().split(separator: ",")
    return "[\(elements.joined(separator: ", "))]"
  }

  /// Returns the call in notebook notation; arguments without names are options in order of declaration.
  ///
  /// - Returns: `nil` if there is no option for an argument.
  func spelled(as name: String, _ options: [OptionDeclaration]) -> String? {
    if arguments.isEmpty { return name }
    let known = options.map(\.name)
    guard arguments.prefix(while: { $0.name == nil }).count <= known.count,
      arguments.allSatisfy({ $0.name.map(known.contains) ?? true })
    else { return nil }
    let unnamed = zip(options.map(\.name), arguments.prefix { $0.name == nil })
    let written =
      unnamed.map { "\($0): \($1.value)" }
      + arguments.compactMap { argument in argument.name.map { "\($0): \(argument.value)" } }
    return "{\(name): {\(written.joined(separator: ", "))}}"
  }
}
