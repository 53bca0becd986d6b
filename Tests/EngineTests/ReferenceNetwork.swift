import Engine
import Foundation

/// A plain network in Double, written for clearness alone: what the engine is held against.
struct ReferenceNetwork {
  struct Layer {
    var kernel: [[Double]]
    var bias: [Double]?
    var activation: String
  }

  enum Target {
    case oneHot(Int)
    case numbers([Double])

    func values(_ count: Int) -> [Double] {
      switch self {
      case .oneHot(let label):
        count == 1 ? [Double(label)] : (0..<count).map { $0 == label ? 1 : 0 }
      case .numbers(let numbers): numbers
      }
    }
  }

  var layers: [Layer]
  var loss: String

  init(_ weights: Weights, activations: [String], loss: String) {
    layers = zip(weights.layers, activations).map { weights, activation in
      let kernel = weights.kernel?.values.map(Double.init) ?? []
      let units = weights.kernel?.shape.last ?? 1
      return Layer(
        kernel: stride(from: 0, to: kernel.count, by: units).map { Array(kernel[$0..<$0 + units]) },
        bias: weights.bias?.values.map(Double.init), activation: activation)
    }
    self.loss = loss
  }

  func outputs(_ input: [Double]) -> [Double] { layers.reduce(input) { apply($1, $0).last ?? [] } }

  /// The layer's sums, and what its activation makes of them.
  private func apply(_ layer: Layer, _ input: [Double]) -> [[Double]] {
    let units = layer.kernel.first?.count ?? 0
    let sums = (0..<units).map { unit in
      zip(input, layer.kernel).reduce(0) { $0 + $1.0 * $1.1[unit] } + (layer.bias?[unit] ?? 0)
    }
    return [sums, activate(layer.activation, sums)]
  }

  private func activate(_ name: String, _ z: [Double]) -> [Double] {
    switch name {
    case "sigmoid": z.map { 1 / (1 + exp(-$0)) }
    case "tanh": z.map { tanh($0) }
    case "relu": z.map { max(0, $0) }
    case "gelu": z.map { $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 }
    case "softmax":
      {
        let powers = z.map { exp($0 - (z.max() ?? 0)) }
        return powers.map { $0 / powers.reduce(0, +) }
      }()
    default: ReferenceFunctions.activations[name]?(z) ?? z
    }
  }

  func lossOf(_ input: [Double], _ target: Target) -> Double {
    let y = outputs(input)
    let t = target.values(y.count)
    func clip(_ p: Double) -> Double { min(max(p, 1e-7), 1 - 1e-7) }
    switch loss {
    case "categorical_crossentropy":
      let sum = y.reduce(0, +)
      return -zip(y, t).reduce(0) { $0 + $1.1 * log(clip($1.0 / sum)) }
    case "binary_crossentropy":
      let each = zip(y, t).map { p, t in -(t * log(clip(p)) + (1 - t) * log(1 - clip(p))) }
      return each.reduce(0, +) / Double(y.count)
    default:
      if let loss = ReferenceFunctions.losses[loss] { return loss(y, t) }
      return zip(y, t).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(y.count)
    }
  }

  func meanLoss(_ inputs: [[Double]], _ targets: [Target]) -> Double {
    zip(inputs, targets).reduce(0) { $0 + lossOf($1.0, $1.1) } / Double(inputs.count)
  }

  /// The mean loss's gradient by the kernel and the bias of a layer, by central differences.
  func gradient(
    layer index: Int, _ inputs: [[Double]], _ targets: [Target]
  ) -> (kernel: [Double], bias: [Double]) {
    let step = 1e-5
    func difference(_ change: (inout Layer, Double) -> Void) -> Double {
      var up = self
      var down = self
      change(&up.layers[index], step)
      change(&down.layers[index], -step)
      return (up.meanLoss(inputs, targets) - down.meanLoss(inputs, targets)) / (2 * step)
    }
    let kernel = layers[index].kernel.indices.flatMap { row in
      layers[index].kernel[row].indices.map { column in
        difference { layer, step in layer.kernel[row][column] += step }
      }
    }
    let bias = (layers[index].bias ?? []).indices.map { unit in
      difference { layer, step in layer.bias?[unit] += step }
    }
    return (kernel, bias)
  }

  /// One step of gradient descent.
  mutating func descend(_ inputs: [[Double]], _ targets: [Target], rate: Double) {
    let gradients = layers.indices.map { gradient(layer: $0, inputs, targets) }
    for (index, gradient) in gradients.enumerated() {
      let units = layers[index].kernel.first?.count ?? 0
      for row in layers[index].kernel.indices {
        for column in 0..<units {
          layers[index].kernel[row][column] -= rate * gradient.kernel[row * units + column]
        }
      }
      for unit in gradient.bias.indices { layers[index].bias?[unit] -= rate * gradient.bias[unit] }
    }
  }
}
