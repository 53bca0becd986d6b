import Engine
import Foundation
import Synchronization
import Testing

struct WorkShareTests {
  @Test("The owner takes half of what is left from the front, and others take pieces from the back.")
  func order() {
    let share = WorkShare()
    share.fill(with: 3..<11)
    #expect(share.takeFirst() == 3..<7)
    #expect(share.takeLast() == 10..<11)
    #expect(share.takeFirst() == 7..<9)
    #expect(share.takeFirst() == 9..<10)
    #expect(share.takeFirst() == nil)
    #expect(share.takeLast() == nil)
  }

  @Test("However threads meet, each piece is taken once.")
  func takenOnce() {
    let share = WorkShare()
    for count in [0, 1, 2, 17, 1000] {
      share.fill(with: 0..<count)
      let taken = Mutex<[Int]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { thread in
        while let pieces = thread == 0 ? share.takeFirst() : share.takeLast() {
          taken.withLock { $0 += pieces }
        }
      }
      #expect(taken.withLock { $0.sorted() } == Array(0..<count))
    }
  }
}
