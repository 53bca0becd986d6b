import Options

/// Zero for every weight.
package struct Zeros: Initializer {
  package static let name = "zeros"
  package static let abstract = "Every number is 0."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    [Float](repeating: 0, count: shape.reduce(1, *))
  }
}
