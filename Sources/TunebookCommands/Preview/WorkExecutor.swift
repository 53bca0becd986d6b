import Dispatch

/// An executor with separate threads for training, so that those of the server are free during long epochs.
final class WorkExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "tunebook.work", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
