import Options

/// A layer that surrounds images with zeros.
package struct ZeroPadding2D: Layer {
  package static let name = "zero_padding2d"
  package static let abstract = "Surrounds each image with zeros."
  package static let exampleOptions: OptionValue = ["padding": 2]
  package static var exampleLayers: [OptionValue] {
    [writtenExample, ["conv2d": ["filters": 8, "kernel_size": 3]], "flatten", exampleOutput]
  }

  /// The rows above and below, and the columns at the left and at the right.
  private let padding: [Int]

  package init(_ options: inout OptionReader) {
    padding = options.read(
      "padding", .extents(2, .within(0...1000)), default: 1,
      help: "The width of the border: one number, or one for the height and one for the width.")
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    let image = try ImageShape(input, dimensions: 2, layer: Self.name)
    return [image.height + 2 * padding[0], image.width + 2 * padding[1], image.channels]
  }

  package func build(into network: inout NetworkBuilder) {
    guard let image = try? ImageShape(network.output.shape, dimensions: 2, layer: Self.name) else { return }
    network.reshape(to: image.shape)
    network.spread()
    network.append { ZeroPaddingOperation($0, image, padding) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    guard let image = try? ImageShape(memory.shape, dimensions: 2, layer: Self.name),
      let shape = try? outputShape(for: memory.shape)
    else { return }
    memory.reshape(to: image.shape)
    memory.spread()
    memory.addOutput(shape: shape)
  }
}

/// Images within a border that stays zero.
final class ZeroPaddingOperation: Operation {
  let output: Signal
  private let source: Signal
  private let image: ImageShape
  private let padding: [Int]

  init(_ site: NetworkBuilder.Site, _ image: ImageShape, _ padding: [Int]) {
    source = site.input
    self.image = image
    self.padding = padding
    output = site.makeOutput(
      shape: [image.height + 2 * padding[0], image.width + 2 * padding[1], image.channels])
  }

  func forward(rows: Int, in pass: Pass) {
    eachRow(rows) { inner, outer, count in
      output.value.row(outer).update(from: source.value.row(inner), count: count)
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let target = source.gradient, let gradient = output.gradient else { return }
    eachRow(rows) { inner, outer, count in
      target.row(inner).update(from: gradient.row(outer), count: count)
    }
  }

  /// Calls `body` with the first position of each row of an image, without and with the border, and its floats.
  private func eachRow(_ rows: Int, _ body: (_ inner: Int, _ outer: Int, _ count: Int) -> Void) {
    let width = image.width + 2 * padding[1]
    for sample in 0..<rows {
      for y in 0..<image.height {
        body(
          sample * source.positions + y * image.width,
          sample * output.positions + (y + padding[0]) * width + padding[1],
          image.width * source.value.stride)
      }
    }
  }
}
