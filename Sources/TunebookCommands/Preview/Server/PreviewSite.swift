/// The responses of a preview, and the checks before them.
package struct PreviewSite: Sendable {
  package enum Answer {
    case now(Response)
    /// The state, once it is newer than a revision.
    case state(after: Int)
  }

  let token: PreviewToken
  let board: PreviewBoard

  package init(token: PreviewToken, board: PreviewBoard) {
    self.token = token
    self.board = board
  }

  package func answer(to request: RequestHead) -> Answer {
    guard let host = Self.localHost(of: request) else {
      return .now(Response(.forbidden, "The preview answers only under this machine's own names."))
    }
    guard request.values(of: "origin").allSatisfy({ $0 == "http://\(host)" }) else {
      return .now(Response(.forbidden, "The preview answers no other site."))
    }
    guard request.method == "GET" || request.method == "HEAD" else { return .now(.methodNotAllowed) }
    if request.hasBody {
      return .now(Response(.contentTooLarge, "The preview accepts no request bodies."))
    }
    if request.path == "/", token.isInAddress(of: request) {
      return .now(.redirect(to: "/", cookie: token.cookie))
    }
    // Browsers send this field by themselves.
    guard !request.values(of: "sec-fetch-site").contains("cross-site") else {
      return .now(Response(.forbidden, "The preview answers no other site."))
    }
    guard token.isInCookie(of: request) else {
      return .now(
        Response(
          .forbidden, "Open the address that tunebook preview printed when it started, with its token."))
    }
    return page(request)
  }

  private func page(_ request: RequestHead) -> Answer {
    switch request.path {
    case "/":
      return .now(Response(.ok, .html, Array(PreviewFrame.html.utf8), policy: PreviewFrame.policy))
    case "/preview.js": return .now(Response(.ok, .script, Array(PreviewFrame.script.utf8)))
    case "/page":
      let page = board.state.page ?? Array(PreviewFrame.noPage.utf8)
      return .now(Response(.ok, .html, page, policy: PreviewFrame.pagePolicy, isFramed: true))
    case "/state": return .state(after: request.parameter("after").flatMap { Int($0) } ?? -1)
    default: return .now(Response(.notFound, "There is nothing here."))
    }
  }

  /// Returns the host of a request if it is a name of this machine. Other names may belong to a stranger.
  private static func localHost(of request: RequestHead) -> String? {
    let hosts = request.values(of: "host")
    guard hosts.count == 1, let host = hosts.first else { return nil }
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isPort = parts.dropFirst().allSatisfy { UInt16($0) != nil }
    return isPort && (parts[0] == "localhost" || parts[0] == "127.0.0.1") ? host : nil
  }
}
