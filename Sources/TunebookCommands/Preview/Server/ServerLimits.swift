import Foundation

/// The limits on what peers may take of a preview's server.
package struct ServerLimits: Sendable {
  /// The greatest number of connections. Where one more comes, the one that matters least is closed.
  /// Most of the files that the process may open are left for its work.
  package var connections = min(64, max(4, sysconf(Int32(_SC_OPEN_MAX)) / 4))
  /// The time in which the head of a request must have come, from the moment of connecting.
  package var heading = Duration.seconds(10)
  /// The time in which a reader must take some of an answer.
  package var writing = Duration.seconds(20)
  /// The time for which an answer is held back that has no news; browsers ask again.
  package var patience = Duration.seconds(10)
  /// The time and the bytes for which a peer that has its answer may go on writing, so that it reads that answer.
  package var lingering = Duration.seconds(1)
  package var leftover = 64 * 1024

  package init() {}
}
