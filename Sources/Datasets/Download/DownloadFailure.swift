import Options

/// The reason why a request to a server failed, such as one for a file on a mirror.
package struct DownloadFailure: Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case status(Int)
    case noAnswer(seconds: Double)
    case stalled(seconds: Double)
    /// The whole transfer took too long, although bytes came now and then.
    case tooSlow(seconds: Double)
    /// The server has more than the largest size in bytes.
    case tooLarge(limit: Int)
    /// The server leads to another address, which is not followed.
    case redirected
    case interrupted(received: Int, total: Int?)
    case wrongDigest
    case failed(String)
  }

  package let url: String
  package let reason: Reason

  package init(url: String, _ reason: Reason) {
    self.url = url
    self.reason = reason
  }

  package var description: String {
    let wording =
      switch reason {
      case .status(let status): "the server answered \(status)"
      case .noAnswer(let seconds): "no answer within \(OptionValue(.number(seconds))) s"
      case .stalled(let seconds): "nothing arrived for \(OptionValue(.number(seconds))) s"
      case .tooSlow(let seconds): "it did not finish within \(OptionValue(.number(seconds))) s"
      case .tooLarge(let limit): "it is larger than \(limit) bytes"
      case .redirected: "the server redirects to another address, which is not followed"
      case .interrupted(let received, let total?):
        "the transfer stopped after \(received) of \(total) bytes"
      case .interrupted(let received, nil): "the transfer stopped after \(received) bytes"
      case .wrongDigest: "the file has the wrong SHA-256"
      case .failed(let message): message
      }
    return "\(url): \(wording)"
  }
}
