import Engine
import Foundation
import Synchronization
import Testing

@Suite struct HelperTests {
  @Test(
    "Each part is done once, before its owner goes on, whether the helper waits, was called or comes too late"
  )
  func parts() {
    let helper = Helper()
    let done = Atomic(0)
    for round in 1...3000 {
      helper.offer { done.add(1, ordering: .relaxed) }
      // Long enough for the helper to begin in some rounds, and to have gone home in others.
      if round % 3 == 0 { usleep(useconds_t(round % 200)) }
      helper.finish()
      #expect(done.load(ordering: .relaxed) == round)
    }
  }

  @Test("What the owner writes between two parts is seen by the second")
  func order() {
    let helper = Helper()
    // Separate places: two threads may not change one array at once.
    nonisolated(unsafe) let numbers = UnsafeMutablePointer<Int>.allocate(capacity: 3)
    numbers.initialize(repeating: 0, count: 3)
    defer { numbers.deallocate() }
    for round in 1...2000 {
      numbers[0] = round
      helper.offer { numbers[1] = numbers[0] + 1 }
      numbers[2] = round
      helper.finish()
      #expect(numbers[1] == round + 1)
    }
  }
}
