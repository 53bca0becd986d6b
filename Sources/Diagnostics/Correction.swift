/// What was probably meant in place of what was written, as far as a problem can know without its source.
package enum Correction: Sendable, Hashable, Codable {
  /// A word for another, such as a mistyped name for the known one.
  case replace(String, with: String)
  /// Text that should stand without its quotation marks.
  case unquote(String)

  /// The correction of a name that is not known, where it is a known one with a single slip, or cut short, and that one
  /// needs no quotation marks. Whatever else comes close is suggested alone, since it may be another word.
  package init?(_ name: String, among known: [String]) {
    guard let meant = closestName(to: name, among: known), meant.first?.isLetter == true,
      isMisspelling(name, of: meant),
      meant.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return nil }
    self = .replace(name, with: meant)
  }
}
