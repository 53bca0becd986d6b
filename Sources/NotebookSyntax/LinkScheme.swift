/// The scheme of a link's address, such as `https`.
package enum LinkScheme {
  /// Schemes whose addresses run a program or read the reader's files.
  private static let refused: Set<String> = [
    "javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source",
  ]

  /// Returns the scheme in lowercase: the text before a colon that comes before any slash, question mark or
  /// number sign, or `nil` if there is no such colon.
  package static func scheme(of address: String) -> String? {
    let head = address.unicodeScalars.prefix { !["/", "?", "#", "\\"].contains($0) }
    return head.firstIndex(of: ":").map { String(head[..<$0]).lowercased() }
  }

  /// Returns true for an address that a page can link to: without a scheme, or with one that only links.
  ///
  /// Text that cannot be a scheme is refused too, since browsers ignore white space and controls in one.
  package static func isAllowed(_ address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return !address.isEmpty }
    return !refused.contains(scheme)
      && scheme.wholeMatch(of: /[a-z][a-z0-9+.-]*/) != nil
  }

  /// Returns true for a host and port without a scheme, as in `localhost:8888/tree`.
  static func isHostWithPort(_ address: String) -> Bool {
    address.prefixMatch(of: /(?:localhost|[\w-]+(?:\.[\w-]+)+):\d+(?:\/|$)/) != nil
  }
}
