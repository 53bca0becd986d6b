/// A secret that a preview's address holds, so that of all who can reach the port only its user sees the page.
package struct PreviewToken: Sendable {
  package let text: String
  /// The name of the cookie that keeps it. Cookies do not tell ports apart, so the name does.
  private let cookieName: String

  /// A random token of 128 bits.
  package init(port: UInt16) {
    var generator = SystemRandomNumberGenerator()
    text = (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    cookieName = "tunebook-preview-\(port)"
  }

  /// The value of a `Set-Cookie` field: for this server alone, out of reach of scripts and of other sites.
  var cookie: String { "\(cookieName)=\(text); Path=/; HttpOnly; SameSite=Strict" }

  /// Whether the address of a request has it.
  func isInAddress(of request: RequestHead) -> Bool { request.parameter("token").map(isEqual) ?? false }

  /// Whether a cookie of a request is it.
  func isInCookie(of request: RequestHead) -> Bool { request.cookies(cookieName).contains(where: isEqual) }

  /// Compares all of both, so that the time taken says nothing of where they differ.
  private func isEqual(_ other: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(other.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
