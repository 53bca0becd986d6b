/// A response of the preview. Browsers do not cache it, show it in other sites' pages or guess its type.
package struct Response: Sendable {
  package enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case addressTooLong = 414
    case fieldsTooLarge = 431

    fileprivate var reason: String {
      switch self {
      case .ok: "OK"
      case .seeOther: "See Other"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .contentTooLarge: "Content Too Large"
      case .addressTooLong: "URI Too Long"
      case .fieldsTooLarge: "Request Header Fields Too Large"
      }
    }
  }

  enum ContentType: String, Sendable {
    case html = "text/html; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json"
    case text = "text/plain; charset=utf-8"
  }

  /// The policy of a response that is not a page.
  private static let nothing =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  let status: Status
  let body: [UInt8]
  private let type: ContentType
  private let policy: String
  private let isFramed: Bool
  private var fields: [String] = []

  /// - Parameters:
  ///   - policy: the Content-Security-Policy; by default nothing may be run or fetched.
  ///   - isFramed: true if the preview's frame shows the response.
  init(
    _ status: Status = .ok, _ type: ContentType = .text, _ body: [UInt8], policy: String? = nil,
    isFramed: Bool = false
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.policy = policy ?? Self.nothing
    self.isFramed = isFramed
  }

  /// Creates a response with a message.
  init(_ status: Status, _ text: String) { self.init(status, .text, Array((text + "\n").utf8)) }

  /// Returns a redirect to another address that sets a cookie.
  static func redirect(to path: StaticString, cookie: String) -> Response {
    var response = Response(.seeOther, "See \(path).")
    response.fields = ["Location: \(path)", "Set-Cookie: \(cookie)"]
    return response
  }

  static let methodNotAllowed: Response = {
    var response = Response(.methodNotAllowed, "The preview answers only GET and HEAD.")
    response.fields = ["Allow: GET, HEAD"]
    return response
  }()

  /// The head of the response.
  var head: [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status.rawValue) \(status.reason)", "Content-Type: \(type.rawValue)",
        "Content-Length: \(body.count)", "Content-Security-Policy: \(policy)",
        "X-Frame-Options: \(isFramed ? "SAMEORIGIN" : "DENY")", "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
        "Referrer-Policy: no-referrer", "Cache-Control: no-store", "Connection: close",
      ] + fields
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
