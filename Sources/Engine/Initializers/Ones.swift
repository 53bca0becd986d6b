import Options

/// One for every weight.
package struct Ones: Initializer {
  package static let name = "ones"
  package static let abstract = "Every number is 1."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    [Float](repeating: 1, count: shape.reduce(1, *))
  }
}
