/// The scheme of a link's address, such as `https`.
package enum LinkScheme {
  /// Schemes whose addresses run a program or read the reader's files.
  private static let refused: Set<String> = [
    "javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source",
  ]

  /// Returns true for an address that a page can link to: without a scheme, or with one that only leads elsewhere.
  ///
  /// A colon before the first slash, question mark or number sign ends a scheme. What cannot be a
  /// scheme is refused too, since browsers overlook white space and controls in one.
  package static func isAllowed(_ address: String) -> Bool {
    let head = address.unicodeScalars.prefix { !["/", "?", "#", "\\"].contains($0) }
    guard let colon = head.firstIndex(of: ":") else { return !address.isEmpty }
    let scheme = String(head[..<colon]).lowercased()
    return !refused.contains(scheme)
      && scheme.wholeMatch(of: /[a-z][a-z0-9+.-]*/) != nil
  }

  /// Returns true for an address that lacks the scheme before its host and port, as `localhost:8888/tree` does.
  static func isHostWithPort(_ address: String) -> Bool {
    address.prefixMatch(of: /(?:localhost|[\w-]+(?:\.[\w-]+)+):\d+(?:\/|$)/) != nil
  }
}
