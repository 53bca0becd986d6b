import Engine
import Testing

/// The memory of networks, computed from their specifications.
@Suite struct MemoryTests {
  @Test("A network's buffers are counted with their padding.")
  func network() throws {
    let model = try Fixture.dense(100, [(64, Relu()), (10, Softmax())])
    let memory = model.memory(rows: 8, isTraining: true, stateCount: 2)
    // Kernels 100 × 64 and 64 × 10, whose ten columns take a register of 16; biases of 64 and 16; the second layer's
    // kernel once more, turned, 10 × 64.
    let arrays = 100 * 64 + 64 + 64 * 16 + 16
    #expect(memory.weights == Double((arrays * 4 + 10 * 64) * 4))
    // Inputs in four panels of 32; two signals of 64 and two of 16, of which the first of each has a gradient.
    #expect(memory.batch == Double(8 * (128 + 2 * 64 + 64 + 2 * 16 + 16) * 4))
    #expect(memory.numbersPerSample == 100 + 64 + 64 + 10 + 10)
    let inference = model.memory(rows: 8, isTraining: false)
    #expect(inference.weights == Double(arrays * 4))
  }

  @Test("Sizes whose product no integer holds are counted all the same.")
  func overflow() throws {
    let model = try Fixture.dense(1 << 26, [(1, Linear())])
    #expect(model.memory(rows: .max, isTraining: true).batch > 1e27)
  }
}
