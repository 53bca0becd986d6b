import Foundation

/// A file on the web with a known digest.
package struct RemoteFile: Sendable {
  /// The addresses of the file, in the order in which they are tried.
  package let sources: [URL]
  /// The SHA-256 in hexadecimal.
  package let digest: String
  /// The number of bytes of the file.
  package let size: Int

  package init(sources: [URL], digest: String, size: Int) {
    self.sources = sources
    self.digest = digest
    self.size = size
  }
}

/// The reason why a file could not be downloaded.
package enum DownloadError: Error, Equatable {
  case failed([DownloadFailure])
  case cannotWrite(String)
  case cancelled
}

/// A download of a complete file. Bytes are written to a `.part` file beside the target, which is continued after an
/// interruption and renamed to the target only if its digest is right.
package struct Downloader: Sendable {
  private let policy: DownloadPolicy

  /// The number of times that an address is tried again after an interrupted transfer.
  private static let attempts = 3

  package init(policy: DownloadPolicy) {
    self.policy = policy
  }

  /// - Parameters:
  ///   - target: the place of the file; missing folders are created.
  ///   - progress: called with the number of bytes so far, including those of an earlier download.
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
        // The bytes of an earlier download may be wrong, not those of this address.
        if start == 0 { throw .failed(.wrongDigest) }
      } catch {
        guard case .failed(let reason) = error, attempt < Self.attempts else { throw error }
        let size = try part.size()
        // Try again if bytes arrived, or if only the bytes of an earlier download were wrong.
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
