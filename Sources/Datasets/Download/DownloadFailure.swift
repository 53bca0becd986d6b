import Options

/// The reason why a file could not be downloaded from one mirror.
package struct DownloadFailure: Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case status(Int)
    case noAnswer(seconds: Double)
    case stalled(seconds: Double)
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
      case .stalled(let seconds): "nothing came for \(OptionValue(.number(seconds))) s"
      case .interrupted(let received, let total?):
        "the transfer broke off after \(received) of \(total) bytes"
      case .interrupted(let received, nil): "the transfer broke off after \(received) bytes"
      case .wrongDigest: "the file has the wrong SHA-256"
      case .failed(let message): message
      }
    return "\(url): \(wording)"
  }
}
