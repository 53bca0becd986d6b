import Engine
import Testing

@Suite struct PhiloxTests {
  /// The vectors for philox4x32-10 that are published with Random123 (`kat_vectors`).
  @Test(
    "Philox gives the published numbers.",
    arguments: [
      (
        counter: [0, 0, 0, 0], key: [0, 0],
        words: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
      ),
      (
        counter: [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], key: [0xffff_ffff, 0xffff_ffff],
        words: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
        words: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [(counter: [UInt32], key: [UInt32], words: [UInt32])])
  func knownAnswers(_ vector: (counter: [UInt32], key: [UInt32], words: [UInt32])) {
    let (c, k) = (vector.counter, vector.key)
    let words = Philox.block(counter: (c[0], c[1], c[2], c[3]), key: (k[0], k[1]))
    #expect([words.0, words.1, words.2, words.3] == vector.words)
  }

  @Test("A stream is the generator at counters that count up.")
  func streamIsKeyed() {
    let seed: UInt64 = 0x0123_4567_89AB_CDEF
    let words = RandomStream(seed: seed, purpose: .shuffle, layer: 5, epoch: 3).words(7)
    let block = Philox.block(counter: (1, 0, 3, 2 << 24 | 5), key: (0x89AB_CDEF, 0x0123_4567))
    #expect(words.count == 7)
    #expect(Array(words[4...]) == [block.0, block.1, block.2])
  }

  @Test("Streams of other purposes, layers, epochs or seeds are other streams.")
  func streamsDiffer() {
    let streams = [
      RandomStream(seed: 1, purpose: .shuffle), RandomStream(seed: 2, purpose: .shuffle),
      RandomStream(seed: 1, purpose: .initialization), RandomStream(seed: 1, purpose: .shuffle, layer: 1),
      RandomStream(seed: 1, purpose: .shuffle, epoch: 1),
    ]
    #expect(Set(streams.map { $0.words(4) }).count == streams.count)
  }

  @Test("A permutation holds every index once.", arguments: [0, 1, 2, 3, 50, 1000])
  func permutation(_ count: Int) {
    let order = RandomStream(seed: 3, purpose: .shuffle).permutation(count)
    #expect(order.sorted() == (0..<Int32(count)).map(\.self))
    if count > 3 { #expect(order != order.sorted()) }
  }

  @Test("All orders of three come up about equally often.")
  func permutationIsFair() {
    var counts: [[Int32]: Int] = [:]
    for epoch in 0..<6000 {
      counts[RandomStream(seed: 3, purpose: .shuffle, epoch: epoch).permutation(3), default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
  }
}
