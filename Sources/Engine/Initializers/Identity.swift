import Options

/// The identity matrix times a gain.
package struct Identity: Initializer {
  package static let name = "identity"
  package static let abstract = "Every output starts as its own input."

  private let gain: Float

  package init(gain: Float = 1) { self.gain = gain }

  package init(_ options: inout OptionReader) {
    gain = Float(
      options.read("gain", .number(.anyFloat), default: 1, help: "The numbers on the diagonal."))
  }

  package func check(shape: [Int]) throws(ModelProblem) {
    guard shape.count == 2 else { throw .initializerNeedsMatrix(Self.name, shape) }
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    var values = [Float](repeating: 0, count: shape.reduce(1, *))
    guard let columns = shape.last else { return values }
    for diagonal in 0..<min(columns, shape[0]) { values[diagonal * (columns + 1)] = gain }
    return values
  }
}
