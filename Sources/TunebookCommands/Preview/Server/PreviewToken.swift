/// A secret in a preview's address, so that only its user can see the page, and not everyone who can reach the port.
package struct PreviewToken: Sendable {
  package let text: String
  /// The name of the cookie, which contains the port, since browsers share cookies between ports.
  private let cookieName: String

  /// Creates a random token of 128 bits.
  package init(port: UInt16) {
    var generator = SystemRandomNumberGenerator()
    text = (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    cookieName = "tunebook-preview-\(port)"
  }

  /// The value of a `Set-Cookie` field that keeps the cookie from scripts and other sites.
  var cookie: String { "\(cookieName)=\(text); Path=/; HttpOnly; SameSite=Strict" }

  /// Returns true if the address of a request has the token.
  func isInAddress(of request: RequestHead) -> Bool { request.parameter("token").map(isEqual) ?? false }

  /// Returns true if a cookie of a request has the token.
  func isInCookie(of request: RequestHead) -> Bool { request.cookies(cookieName).contains(where: isEqual) }

  /// Compares with another token in a time that does not depend on where they differ.
  private func isEqual(_ other: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(other.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
