/// The probable correction of what was written, as far as a problem can tell without its source.
package enum Correction: Sendable, Hashable, Codable {
  /// One word in place of another, such as the known name for a mistyped one.
  case replace(String, with: String)
  /// Text that should have no quotation marks.
  case unquote(String)

  /// Creates a correction if the name is a known one that has a single slip or is cut short, and the known
  /// one needs no quotation marks. Less similar names are only suggested, since they may be other words.
  package init?(_ name: String, among known: [String]) {
    guard let meant = closestName(to: name, among: known), meant.first?.isLetter == true,
      isMisspelling(name, of: meant),
      meant.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return nil }
    self = .replace(name, with: meant)
  }
}
