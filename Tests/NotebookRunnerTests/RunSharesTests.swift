import NotebookRunner
import Synchronization
import Testing

struct RunSharesTests {
  @Test("A share that is given back elsewhere is taken while other work goes on.", .timeLimit(.minutes(1)))
  func takenAtOnce() async throws {
    let shares = RunShares(jobs: 2, room: .infinity)
    #expect(shares.take(0) && shares.take(0) && !shares.take(0))
    let (started, start) = AsyncStream<Int>.makeStream()
    let (ends, end) = AsyncStream<Void>.makeStream()
    async let results = shares.map(2, bytes: 0) { piece in
      start.yield(piece)
      if piece == 0 { for await _ in ends {} }
      return piece * 10
    }
    var starts = started.makeAsyncIterator()
    #expect(await starts.next() == 0)
    shares.giveBack(0)
    #expect(await starts.next() == 1)
    end.finish()
    #expect(try await results == [0, 10])
    // The share of the work itself is still taken, and no other.
    #expect(shares.take(0) && !shares.take(0))
  }

  @Test(
    "Work that fails or is cancelled gives back what it took, and waits for no share.",
    .timeLimit(.minutes(1)))
  func failure() async throws {
    struct Failure: Error {}
    let shares = RunShares(jobs: 2, room: .infinity)
    #expect(shares.take(0))
    await #expect(throws: Failure.self) {
      try await shares.map(3, bytes: 0) { piece in
        if piece == 1 { throw Failure() }
        return piece
      }
    }
    #expect(shares.take(0))
    let task = Task {
      try await shares.map(2, bytes: 0) { _ in try await Task.sleep(for: .seconds(3600)) }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(!shares.take(0))
  }

  @Test("Each piece is done once, by as many as there are shares at most, and the memory is kept.")
  func bounds() async throws {
    let shares = RunShares(jobs: 3, room: 20)
    #expect(shares.take(10))
    let most = Mutex((now: 0, most: 0))
    let results = try await shares.map(50, bytes: 10) { piece in
      most.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      await Task.yield()
      most.withLock { $0.now -= 1 }
      return piece
    }
    #expect(results == Array(0..<50))
    // A third piece would take more than there is.
    #expect(most.withLock { $0.most } <= 2)
  }
}
