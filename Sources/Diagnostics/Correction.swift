/// What was probably meant in place of what was written, as far as a problem can know without its source.
package enum Correction: Sendable, Hashable, Codable {
  /// A word for another, such as a mistyped name for the known one.
  case replace(String, with: String)
  /// Text that should stand without its quotation marks.
  case unquote(String)

  /// The correction of a name that is not known, where a known one comes close and needs no quotation marks.
  package init?(_ name: String, among known: [String]) {
    guard let meant = closestName(to: name, among: known), meant.first?.isLetter == true,
      meant.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return nil }
    self = .replace(name, with: meant)
  }
}
