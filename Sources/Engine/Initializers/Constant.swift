import Options

/// One number for every weight.
package struct Constant: Initializer {
  package static let name = "constant"
  package static let abstract = "Every number is the same."

  private let value: Float

  package init(value: Float = 0) { self.value = value }

  package init(_ options: inout OptionReader) {
    value = Float(options.read("value", .number(.anyFloat), default: 0, help: "The number."))
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    [Float](repeating: value, count: shape.reduce(1, *))
  }
}
