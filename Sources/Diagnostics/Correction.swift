/// What was probably meant in place of what was written, as far as a problem can know without its source.
package enum Correction: Sendable, Hashable, Codable {
  /// A word for another, such as a mistyped name for the known one.
  case replace(String, with: String)
  /// Text that should stand without its quotation marks.
  case unquote(String)

  /// The correction of a name that is not known, where a known one comes close and needs no quotation marks. Words that
  /// begin with another letter are asked about alone: `yscale` for `xscale` is likely another word.
  package init?(_ name: String, among known: [String]) {
    guard let meant = closestName(to: name, among: known), meant.first?.isLetter == true,
      Self.beginAlike(name.lowercased(), meant.lowercased()),
      meant.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return nil }
    self = .replace(name, with: meant)
  }

  /// Whether two words begin with the same letter, but for one that is missing, too many or in its neighbour's place.
  private static func beginAlike(_ one: String, _ other: String) -> Bool {
    one.first == other.first || one.prefix(2).sorted() == other.prefix(2).sorted()
      || one.dropFirst().first == other.first || other.dropFirst().first == one.first
  }
}
