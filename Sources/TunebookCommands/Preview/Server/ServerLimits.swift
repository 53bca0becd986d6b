import Foundation

/// The limits on the resources that peers may use.
package struct ServerLimits: Sendable {
  /// The maximum number of connections. If there is one more, the least important one is closed.
  ///
  /// Most of the process's file descriptors are left for its work.
  package var connections = min(64, max(4, sysconf(Int32(_SC_OPEN_MAX)) / 4))
  /// The time after connecting in which the head of a request must arrive.
  package var heading = Duration.seconds(10)
  /// The time in which a peer must read some bytes of a response.
  package var writing = Duration.seconds(20)
  /// The time after which a request for news is answered without any; browsers then ask again.
  package var patience = Duration.seconds(10)
  /// The time and the number of bytes for which a peer may go on writing after its response, so that it can read it.
  package var lingering = Duration.seconds(1)
  package var leftover = 64 * 1024

  package init() {}
}
