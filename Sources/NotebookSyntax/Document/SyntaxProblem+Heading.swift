/// The heading of a cell as it was probably meant.
extension SyntaxProblem {
  /// Returns a name without the punctuation that was meant to separate it from the text after it.
  func bareName(_ name: String) -> String {
    String(name.prefix { !",;:".contains($0) })
  }

  /// Returns the words after a cell's name as the option that they were meant to be.
  func option(in words: String) -> String? {
    guard let match = words.wholeMatch(of: /(from)[ ]+([^ ]+)|([a-z_]+)[ ]*[=:][ ]*([^ ]+)/) else {
      return nil
    }
    let (_, from, parent, key, value) = match.output
    guard let name = from ?? key, let value = parent ?? value else { return nil }
    return "\(name): \(value)"
  }

  static func fence(insteadOf short: String) -> String {
    String(repeating: short.hasPrefix(":") ? "`" : String(short.prefix(1)), count: 3)
  }

  func lowerCased(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered != name && Notation.isName(lowered) ? "; did you mean \"\(lowered)\"?" : ""
  }
}
