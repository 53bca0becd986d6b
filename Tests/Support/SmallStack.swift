import Foundation

/// Runs something on a thread with a stack of 512 KB, a sixteenth of what the main thread has on Linux: where it takes
/// more, the process ends.
package func onSmallStack(_ body: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    body()
    done.signal()
  }
  thread.stackSize = 512 << 10
  thread.start()
  done.wait()
}
