import CKernels
import Foundation
import Synchronization

/// Another thread that does parts of the work of the one that owns it.
///
/// A step of training has some ten parts of tens of microseconds each, and waking a thread takes about as long. So a
/// helper that has done a part looks out for the next one for a while before its thread goes back to the pool. A part
/// that no thread has begun by the time that the owner is free is done by the owner.
package final class Helper: Sendable {
  private enum State: UInt8, AtomicRepresentable {
    /// No thread is here, though one that was called may be on its way.
    case absent
    /// A thread looks out for the next part.
    case waiting
    /// There is a part that no thread has begun.
    case offered
    case working
  }

  private let state = Atomic(State.absent)
  private let part = Part()

  /// Written by the owner while no thread works, and read by the thread that took what was offered.
  private final class Part: @unchecked Sendable {
    var work: () -> Void = {}
  }

  package init() {}

  /// Offers a part, for which ``finish()`` waits.
  package func offer(_ work: @escaping () -> Void) {
    part.work = work
    guard !change(from: .waiting, to: .offered) else { return }
    state.store(.offered, ordering: .releasing)
    DispatchQueue.global().async { self.serve() }
  }

  /// Returns when the part that was offered is done.
  package func finish() {
    if change(from: .offered, to: .absent) {
      part.work()
    } else {
      let patience = Patience()
      while state.load(ordering: .acquiring) == .working {
        if patience.isOver { sched_yield() } else { tb_pause() }
      }
    }
    part.work = {}
  }

  private func serve() {
    while change(from: .offered, to: .working) {
      part.work()
      state.store(.waiting, ordering: .releasing)
      let patience = Patience()
      while state.load(ordering: .relaxed) == .waiting {
        if patience.isOver, change(from: .waiting, to: .absent) { return }
        tb_pause()
      }
    }
  }

  private func change(from old: State, to new: State) -> Bool {
    state.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
  }

  /// The time for which it is worth keeping a core busy with waiting.
  private struct Patience {
    private let end = DispatchTime.now() + .microseconds(100)

    var isOver: Bool { DispatchTime.now() > end }
  }
}
