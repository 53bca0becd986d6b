/// A name with arguments in parentheses, the notation of programs for a name with options.
struct CallSpelling {
  let function: String
  private let arguments: [(name: String?, value: String)]

  /// - Returns: `nil` if the text is not a call.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(?:\w+\.)*(\w+)\((.*)\)/) else { return nil }
    function = String(match.output.1)
    arguments = match.output.2.split(separator: ",").map { argument in
      let sides = argument.split(separator: "=", maxSplits: 1)
        .map { $0.filter { !" \"'".contains($0) } }
      return sides.count == 2 ? (sides[0], sides[1]) : (nil, sides.first ?? "")
    }
  }

  /// Returns the call in notebook notation; arguments without names are options in order of declaration.
  func spelled(as name: String, _ options: [OptionDeclaration]) -> String {
    if arguments.isEmpty { return name }
    let unnamed = zip(options.map(\.name), arguments.prefix { $0.name == nil })
    let written =
      unnamed.map { "\($0): \($1.value)" }
      + arguments.compactMap { argument in argument.name.map { "\($0): \(argument.value)" } }
    return "{\(name): {\(written.joined(separator: ", "))}}"
  }
}
