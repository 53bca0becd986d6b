import Options

/// Layer normalization (Ba, Kiros and Hinton, 2016): `gamma · (x − mean) / √(variance + epsilon) + beta`, with the mean
/// and the variance over the channels, the last dimension, of each sample and position.
package struct LayerNormalization: Layer {
  package static let name = "layer_normalization"
  package static let abstract = "Gives the numbers of each sample a mean near 0 and a spread near 1."

  let affine: ChannelAffine

  package init(_ options: inout OptionReader) { affine = ChannelAffine(&options) }

  package func outputShape(for input: [Int]) -> [Int] { input }

  package func variables(for input: [Int]) -> [VariableSpecification] { affine.variables(input.last ?? 1) }

  package func build(into network: inout NetworkBuilder) {
    network.spread()
    network.append { LayerNormalizationOperation($0, affine) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    memory.spread()
    affine.addMemory(to: &memory, memory.columns)
    // The sums of the two gradients, as Double.
    for _ in 0..<4 { memory.addCopy(shape: [memory.columns]) }
    memory.addOutput(shape: memory.shape, sharesGradient: true)
  }
}

/// The normalization of each row. Sums are of type `Double`, over the columns in ascending order.
final class LayerNormalizationOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let epsilon: Double
  private let affine: ChannelAffineParameters
  private let gammaSums: UnsafeMutableBufferPointer<Double>
  private let betaSums: UnsafeMutableBufferPointer<Double>

  init(_ site: NetworkBuilder.Site, _ affine: ChannelAffine) {
    source = site.input
    epsilon = affine.epsilon
    output = site.makeOutputSharingGradient()
    self.affine = ChannelAffineParameters(
      affine, channels: source.columns, isTrained: site.trainsWeights)
    parameters = self.affine.all
    gammaSums = .allocate(capacity: source.columns)
    betaSums = .allocate(capacity: source.columns)
  }

  deinit {
    gammaSums.deallocate()
    betaSums.deallocate()
  }

  /// Returns the mean of a row, and the inverse of its deviation.
  private func moments(_ x: UnsafeMutablePointer<Float>) -> (mean: Double, inverse: Double) {
    let columns = source.columns
    var sum = 0.0
    for column in 0..<columns { sum += Double(x[column]) }
    let mean = sum / Double(columns)
    var squares = 0.0
    for column in 0..<columns {
      let distance = Double(x[column]) - mean
      squares += distance * distance
    }
    return (mean, 1 / (squares / Double(columns) + epsilon).squareRoot())
  }

  func forward(rows: Int, in pass: Pass) {
    for row in 0..<rows * source.positions {
      let (x, y) = (source.value.row(row), output.value.row(row))
      let (mean, inverse) = moments(x)
      for column in 0..<source.columns {
        let normal = Float((Double(x[column]) - mean) * inverse)
        y[column] = normal * affine.factor(column) + affine.addend(column)
      }
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    let columns = source.columns
    gammaSums.initialize(repeating: 0)
    betaSums.initialize(repeating: 0)
    for row in 0..<rows * source.positions {
      let (x, g) = (source.value.row(row), gradient.row(row))
      let (mean, inverse) = moments(x)
      var sum = 0.0
      var product = 0.0
      for column in 0..<columns {
        let normal = (Double(x[column]) - mean) * inverse
        let incoming = Double(g[column])
        gammaSums[column] += incoming * normal
        betaSums[column] += incoming
        let scaled = incoming * Double(affine.factor(column))
        sum += scaled
        product += scaled * normal
      }
      for column in 0..<columns {
        let normal = (Double(x[column]) - mean) * inverse
        let scaled = Double(g[column]) * Double(affine.factor(column))
        g[column] = Float(
          inverse * (scaled - sum / Double(columns) - normal * product / Double(columns)))
      }
    }
    for column in 0..<columns {
      affine.gamma?.gradientPointer?[column] = Float(gammaSums[column])
      affine.beta?.gradientPointer?[column] = Float(betaSums[column])
    }
  }
}
