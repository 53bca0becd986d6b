import Engine
import Testing

/// Three epochs of Keras's functional interface: `Tests/Golden/Engine/keras_branches.py` made the record.
@Suite struct KerasBranchTests {
  static let golden =
    GoldenFile.read("keras_branches.json", as: KerasLayerTests.Golden.self)
    ?? KerasLayerTests.Golden(keras: "", seed: 0, cases: [])

  @Test("The record holds every way of merging, on rows and on images, and branches in branches.")
  func isWhole() {
    let names = Self.golden.cases.map(\.name)
    #expect(names.count { $0.hasPrefix("residual") } >= 8)
    #expect(names.count { $0.hasPrefix("parallel") } >= 9)
    #expect(names.contains("branches in branches"))
  }

  @Test("Losses, weights, running statistics and answers are Keras's.", arguments: golden.cases)
  func trajectory(_ example: KerasLayerTests.Case) throws {
    try example.checkTrajectory(seed: Self.golden.seed)
  }

  @Test("The bits are the same on any number of threads and any instruction set.", arguments: golden.cases)
  func sameBits(_ example: KerasLayerTests.Case) throws { try example.checkBits() }

  @Test("Weights are named after the inner layers, and each is once in the model.", arguments: golden.cases)
  func names(_ example: KerasLayerTests.Case) throws {
    let model = try example.model()
    let names = model.arrayShapes.map(\.name)
    #expect(Set(names).count == names.count)
    let weighted = model.initialWeights(seed: 0).layers
    #expect(
      example.weights.map { "\(weighted[$0.layer].name)/\($0.name)" } == names)
  }
}
