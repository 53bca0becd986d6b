import Options

/// A rectifier whose slope for negative numbers is learned (He et al., 2015): `max(x, 0) + alpha · min(x, 0)`.
///
/// `alpha` has the shape of a sample, in which shared dimensions have the length 1. As in Keras, the derivative at
/// exactly 0 is 0.
package struct PReLU: Layer {
  package static let name = "prelu"
  package static let abstract =
    "Leaves positive numbers as they are, and multiplies negative ones by slopes that are learned."

  private let initializer: any Initializer
  private let rules: WeightRules
  private let sharedAxes: [Int]

  package init(_ options: inout OptionReader) {
    initializer = options.read(
      "alpha_initializer", .member(of: Initializers.catalogue), default: "zeros",
      help: "How the slopes start.")
    rules = options.readRules("alpha", for: "the slopes")
    sharedAxes = options.read(
      "shared_axes", .list(of: .integer(.within(1...16)), allowsNone: true), default: [],
      help:
        "The dimensions of a sample, from 1, along which all numbers share a slope: `[1, 2]` for one of each "
        + "channel of an image.")
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    if let axis = sharedAxes.first(where: { $0 > input.count }) { throw .cannotShareAxis(axis, input) }
    return input
  }

  private func slopes(for input: [Int]) -> [Int] {
    input.enumerated().map { sharedAxes.contains($0.offset + 1) ? 1 : $0.element }
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    [VariableSpecification(name: "alpha", shape: slopes(for: input), initializer: initializer, rules: rules)]
  }

  package func build(into network: inout NetworkBuilder) {
    network.spread()
    network.append { PReLUOperation($0, slopes: slopes(for: $0.input.shape)) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    memory.spread()
    memory.addParameter(shape: slopes(for: memory.shape))
    // The rows of slopes of all positions.
    memory.addCopy(shape: [memory.shape.dropLast().reduce(1, *)])
    memory.addOutput(shape: memory.shape, sharesGradient: true)
  }
}

/// The rectification of each row by the slopes of its position. Gradients of slopes are summed over the rows in
/// ascending order.
final class PReLUOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let alpha: Parameter
  /// The row of slopes of each position of a sample.
  private let rows: UnsafeMutableBufferPointer<Int32>
  private let sharesChannels: Bool

  init(_ site: NetworkBuilder.Site, slopes: [Int]) {
    source = site.input
    output = site.makeOutputSharingGradient()
    alpha = Parameter(shape: slopes, isRowByRow: true, hasGradient: site.trainsWeights)
    parameters = [alpha]
    sharesChannels = slopes.last == 1
    rows = .allocate(capacity: source.positions)
    let dimensions = zip(source.shape.dropLast(), slopes.dropLast())
    for position in 0..<source.positions {
      // The position's indices, from the last dimension, and the row that they make with shared ones left out.
      var (rest, row, step) = (position, 0, 1)
      for (length, own) in dimensions.reversed() {
        if own > 1 { row += rest % length * step }
        rest /= length
        step *= own
      }
      rows.initializeElement(at: position, to: Int32(row))
    }
  }

  deinit { rows.deallocate() }

  private func slopes(_ pointer: UnsafeMutablePointer<Float>, ofRow row: Int) -> UnsafeMutablePointer<Float> {
    pointer + Int(rows[row % source.positions]) * alpha.paddedColumns
  }

  func forward(rows: Int, in pass: Pass) {
    for row in 0..<rows * source.positions {
      let (x, y) = (source.value.row(row), output.value.row(row))
      let slopes = slopes(alpha.weightsPointer, ofRow: row)
      for column in 0..<source.columns {
        y[column] = x[column] < 0 ? slopes[sharesChannels ? 0 : column] * x[column] : x[column]
      }
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    alpha.gradient?.fill(0)
    for row in 0..<rows * source.positions {
      let (x, g) = (source.value.row(row), gradient.row(row))
      let slopes = slopes(alpha.weightsPointer, ofRow: row)
      if let sums = alpha.gradientPointer.map({ self.slopes($0, ofRow: row) }) {
        for column in 0..<source.columns where x[column] < 0 {
          sums[sharesChannels ? 0 : column] += g[column] * x[column]
        }
      }
      for column in 0..<source.columns {
        g[column] *= x[column] > 0 ? 1 : x[column] < 0 ? slopes[sharesChannels ? 0 : column] : 0
      }
    }
  }
}
