import Foundation
import Synchronization
import Testing

@testable import Engine

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

  @Test("A product of few columns is split by its rows, and keeps its bits.", arguments: [1, 5, 32, 33])
  func fewColumns(columns: Int) {
    let rows = 130
    let terms = 70
    func product(threads: Int) -> [UInt32] {
      let context = ExecutionContext(instructionSet: .standard, threads: threads, workPerThread: 1)
      context.reserveScratch(terms * 64)
      let buffers = [(rows, terms), (terms, columns), (rows, columns)].map { rows, columns in
        FloatBuffer(count: rows * paddedWidth(columns))
      }
      defer { withExtendedLifetime(buffers) {} }
      let a = Matrix(buffers[0], columns: terms)
      let b = Matrix(buffers[1], columns: columns)
      let c = Matrix(buffers[2], columns: columns)
      for row in 0..<rows { for term in 0..<terms { a.row(row)[term] = sin(Float(row * terms + term)) } }
      for term in 0..<terms { for column in 0..<columns { b.row(term)[column] = cos(Float(term - column)) } }
      context.multiply(rows, c.stride, terms, a.left, b.panels, c.panels, .product)
      return (0..<rows).flatMap { row in (0..<columns).map { c.row(row)[$0].bitPattern } }
    }
    let alone = product(threads: 1)
    #expect(Set(alone).count >= rows)
    #expect(product(threads: 3) == alone)
  }
}
