import Synchronization

/// The shares of a run: how many computations may go on at once, and how much memory they may take together.
///
/// A cell takes a share before it begins. One that trains several networks takes further ones as soon as they are free.
package final class RunShares: Sendable {
  private struct Use {
    var running = 0
    var bytes = 0.0
    /// The number of shares that were given back so far.
    var returns = 0
    /// Those that wait until another one is, by their numbers.
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastNumber = 0
  }

  private let jobs: Int
  /// The bytes available for work, besides what is held until the run ends.
  private let room: Double
  private let use = Mutex(Use())

  package init(jobs: Int, room: Double) {
    self.jobs = jobs
    self.room = room
  }

  convenience init(_ plan: Plan, jobs: Int, budget: Int) {
    let kept = plan.cells.filter(\.isComputed).reduce(0) { $0 + $1.memory.keptBytes }
    self.init(jobs: jobs, room: Double(budget) - kept)
  }

  /// Takes a share for work with so many bytes if one is free, and returns whether it was.
  package func take(_ bytes: Double) -> Bool { take { bytes <= $0 ? bytes : nil } != nil }

  /// Takes a share for work that a closure chooses; no other share is taken meanwhile.
  ///
  /// - Parameter choose: receives the bytes that the work may take. Alone it may take any number, since planning has
  ///   checked it.
  /// - Returns: the bytes of the work; `nil` if the closure chose none, or no share is free.
  func take(_ choose: (_ room: Double) -> Double?) -> Double? {
    use.withLock { use in
      guard use.running < jobs, let bytes = choose(use.running == 0 ? .infinity : room - use.bytes) else {
        return nil
      }
      use.running += 1
      use.bytes += bytes
      return bytes
    }
  }

  package func giveBack(_ bytes: Double) {
    let waiting = use.withLock { use in
      use.running -= 1
      use.bytes -= bytes
      use.returns += 1
      defer { use.waiting = [:] }
      return use.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// The number of shares that were given back so far.
  var returns: Int { use.withLock { $0.returns } }

  /// Waits until more shares than a number have been given back, or the task is cancelled.
  func wait(untilReturnsExceed count: Int) async {
    let number = use.withLock { use in
      use.lastNumber += 1
      return use.lastNumber
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = use.withLock { use in
          if use.returns > count || Task.isCancelled { return true }
          use.waiting[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      use.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
  }
}

extension RunShares {
  /// Does some pieces of work, each with so many bytes: one at a time within the share of the cell itself, and
  /// more while further shares are free.
  ///
  /// - Returns: the results in the order of the pieces.
  /// - Throws: the error of the piece that failed first, once the others have ended too.
  package func map<Result: Sendable>(
    _ count: Int, bytes: Double, _ work: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    // A piece with its result, or `nil` after another share was given back.
    let (results, failure) = await withTaskGroup(
      of: (index: Int, result: Swift.Result<Result, any Error>)?.self
    ) {
      group in
      var results: [Result?] = Array(repeating: nil, count: count)
      var failure: (any Error)?
      var next = 0
      var running = 0
      var waits = false
      while true {
        if failure == nil, Task.isCancelled { failure = CancellationError() }
        if failure != nil { group.cancelAll() }
        let returns = returns
        while failure == nil, next < count, running == 0 || take(bytes) {
          group.addTask { [next] in
            do { return (next, .success(try await work(next))) } catch { return (next, .failure(error)) }
          }
          next += 1
          running += 1
        }
        if failure == nil, next < count, !waits {
          group.addTask {
            await self.wait(untilReturnsExceed: returns)
            return nil
          }
          waits = true
        }
        guard running > 0, let event = await group.next() else { break }
        guard let (index, result) = event else {
          waits = false
          continue
        }
        if running > 1 { giveBack(bytes) }
        running -= 1
        switch result {
        case .success(let result): results[index] = result
        case .failure(let error): failure = failure ?? error
        }
      }
      group.cancelAll()
      return (results, failure)
    }
    if let failure { throw failure }
    return results.compactMap(\.self)
  }
}
