extension DataConcern {
  /// Returns the first two classes whose names are spellings of one name.
  ///
  /// Single letters are not compared, because data sets of handwriting have capital and small ones.
  static func similarClasses(among names: [String]) -> [DataConcern] {
    let areNumbers = names.allSatisfy { decimalNumber(Array($0.utf8)[...]) != nil }
    var known: [String: String] = [:]
    for name in names {
      let plain = areNumbers ? number(name) : words(name)
      if let other = known[plain] { return [.similarClasses(other, name)] }
      known[plain] = name
    }
    return []
  }

  private static func number(_ name: String) -> String { Double(name).map { "\($0 + 0)" } ?? name }

  private static func words(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 1 ? words.lowercased() : words
  }
}
