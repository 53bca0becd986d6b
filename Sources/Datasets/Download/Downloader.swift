import Foundation

/// A file of the web whose content is known by its digest.
package struct RemoteFile: Sendable {
  /// Where it can be had, in the order in which the places are tried.
  package let sources: [URL]
  /// SHA-256 in hexadecimal.
  package let digest: String
  /// Bytes; anything longer is not the file.
  package let size: Int

  package init(sources: [URL], digest: String, size: Int) {
    self.sources = sources
    self.digest = digest
    self.size = size
  }
}

/// Why a file could not be downloaded.
package enum DownloadError: Error, Equatable {
  case failed([DownloadFailure])
  case cannotWrite(String)
  case cancelled
}

/// Downloads a file whole or not at all: bytes gather in a `.part` file beside the target, are continued there
/// after an interruption, and take the target's name only once their digest is right.
package struct Downloader: Sendable {
  private let policy: DownloadPolicy

  /// How often one place is asked again after a transfer that broke off.
  private static let attempts = 3

  package init(policy: DownloadPolicy) {
    self.policy = policy
  }

  /// - Parameters:
  ///   - target: the file's place; folders on the way are made.
  ///   - progress: called with the bytes that are there, those of an earlier download included.
  package func download(
    _ file: RemoteFile, to target: URL, progress: @escaping @Sendable (_ received: Int) -> Void
  ) async throws(DownloadError) {
    let part = try PartFile(for: target)
    defer { part.close() }
    var failures: [DownloadFailure] = []
    for source in file.sources {
      do throws(TransferError) {
        try await fetch(file, from: source, into: part, progress: progress)
        try part.becomeTarget()
        return
      } catch {
        switch error {
        case .cancelled: throw .cancelled
        case .cannotWrite(let reason): throw .cannotWrite(reason)
        case .failed(let reason): failures.append(DownloadFailure(url: source.absoluteString, reason))
        }
      }
    }
    throw .failed(failures)
  }

  private func fetch(
    _ file: RemoteFile, from source: URL, into part: PartFile, progress: @escaping @Sendable (Int) -> Void
  ) async throws(TransferError) {
    var attempt = 1
    while true {
      let start = try part.size()
      if start > 0, start == file.size, try part.digest() == file.digest { return }
      if start >= file.size { try part.truncate(to: 0) }
      do throws(TransferError) {
        try await Transfer(from: source, into: part, limit: file.size, policy: policy, progress: progress)
          .run()
        if try part.digest() == file.digest { return }
        try part.truncate(to: 0)
        // What was kept of an earlier download may have been at fault, and not this place.
        if start == 0 { throw .failed(.wrongDigest) }
      } catch {
        guard case .failed(let reason) = error, attempt < Self.attempts else { throw error }
        let size = try part.size()
        // Worth asking again where bytes came, or where only what was kept of an earlier download was at fault.
        guard reason.isBreakOff ? size > start : start > 0 && size == 0 else { throw error }
      }
      attempt += 1
    }
  }
}

extension DownloadFailure.Reason {
  fileprivate var isBreakOff: Bool {
    switch self {
    case .interrupted, .stalled: true
    default: false
    }
  }
}
