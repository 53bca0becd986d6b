import Foundation

/// Activations and losses in Double, written for clearness alone. Options follow the name.
enum ReferenceFunctions {
  typealias Activation = @Sendable ([Double]) -> [Double]
  typealias Loss = @Sendable (_ outputs: [Double], _ targets: [Double]) -> Double

  static let activations: [String: Activation] = [
    "elu": { $0.map { elu($0, 1) } },
    "elu 0.4": { $0.map { elu($0, 0.4) } },
    "elu 1.5": { $0.map { elu($0, 1.5) } },
    "selu": { $0.map { 1.0507009873554805 * elu($0, 1.6732632423543772) } },
    "silu": { $0.map { $0 * sigmoid($0) } },
    "leaky_relu": { $0.map { max($0, 0.2 * $0) } },
    "leaky_relu 0.05": { $0.map { max($0, 0.05 * $0) } },
    "relu6": { $0.map { min(max($0, 0), 6) } },
    "mish": { $0.map { $0 * tanh(softplus($0)) } },
    "softplus": { $0.map(softplus) },
    "softsign": { $0.map { $0 / (1 + abs($0)) } },
    "hard_sigmoid": { $0.map(hardSigmoid) },
    "hard_silu": { $0.map { $0 * hardSigmoid($0) } },
    "exponential": { $0.map { exp($0) } },
    "gelu approximate": {
      $0.map { $0 / 2 * (1 + tanh((2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0))) }
    },
    "log_softmax": { z in
      let largest = z.max() ?? 0
      let sum = z.reduce(0) { $0 + exp($1 - largest) }
      return z.map { $0 - largest - log(sum) }
    },
  ]

  static let losses: [String: Loss] = [
    "sparse_categorical_crossentropy": { focal($0, $1, alpha: 1, gamma: 0, smoothing: 0) },
    "categorical_crossentropy smoothed": { focal($0, $1, alpha: 1, gamma: 0, smoothing: 0.1) },
    "categorical_focal_crossentropy": { focal($0, $1, alpha: 0.25, gamma: 2, smoothing: 0) },
    "categorical_focal_crossentropy 1.5": { focal($0, $1, alpha: 0.6, gamma: 1.5, smoothing: 0.1) },
    "binary_crossentropy smoothed": { binary($0, $1, gamma: 0, smoothing: 0.1, balance: nil) },
    "binary_focal_crossentropy": { binary($0, $1, gamma: 2, smoothing: 0, balance: nil) },
    "binary_focal_crossentropy 0.5": { binary($0, $1, gamma: 0.5, smoothing: 0.1, balance: 0.4) },
    "kl_divergence": { y, t in
      func clip(_ p: Double) -> Double { min(max(p, 1e-7), 1) }
      return zip(y, t).reduce(0) { $0 + clip($1.1) * log(clip($1.1) / clip($1.0)) }
    },
    "mean_absolute_error": { mean($0, $1) { abs($0 - $1) } },
    "mean_absolute_percentage_error": { mean($0, $1) { 100 * abs($0 - $1) / max(abs($1), 1e-7) } },
    "mean_squared_logarithmic_error": {
      mean($0, $1) { y, t in
        let difference = log(max(y, 1e-7) + 1) - log(max(t, 1e-7) + 1)
        return difference * difference
      }
    },
    "huber": { mean($0, $1) { huber($0 - $1, 1) } },
    "huber 0.2": { mean($0, $1) { huber($0 - $1, 0.2) } },
    "log_cosh": { mean($0, $1) { log(cosh($0 - $1)) } },
    "hinge": { mean($0, $1) { max(0, 1 - sign($1) * $0) } },
    "squared_hinge": { mean($0, $1) { max(0, 1 - sign($1) * $0) * max(0, 1 - sign($1) * $0) } },
    "poisson": { mean($0, $1) { $0 - $1 * log($0 + 1e-7) } },
  ]

  static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
  static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
  private static func elu(_ x: Double, _ alpha: Double) -> Double { x > 0 ? x : alpha * expm1(x) }
  private static func hardSigmoid(_ x: Double) -> Double { min(max(x / 6 + 0.5, 0), 1) }
  private static func sign(_ t: Double) -> Double { t == 0 ? -1 : t }

  private static func huber(_ error: Double, _ delta: Double) -> Double {
    abs(error) <= delta ? error * error / 2 : delta * abs(error) - delta * delta / 2
  }

  private static func mean(_ y: [Double], _ t: [Double], _ term: (Double, Double) -> Double) -> Double {
    zip(y, t).reduce(0) { $0 + term($1.0, $1.1) } / Double(y.count)
  }

  private static func clip(_ p: Double) -> Double { min(max(p, 1e-7), 1 - 1e-7) }

  private static func focal(
    _ y: [Double], _ t: [Double], alpha: Double, gamma: Double, smoothing: Double
  ) -> Double {
    let sum = y.reduce(0, +)
    return zip(y, t).reduce(0) { loss, pair in
      let target = pair.1 * (1 - smoothing) + smoothing / Double(y.count)
      let p = clip(pair.0 / sum)
      return loss - alpha * pow(1 - p, gamma) * target * log(p)
    }
  }

  private static func binary(
    _ y: [Double], _ t: [Double], gamma: Double, smoothing: Double, balance: Double?
  ) -> Double {
    mean(y, t) { p, t in
      let target = t * (1 - smoothing) + smoothing / 2
      let right = target * p + (1 - target) * (1 - p)
      let weight = balance.map { target * $0 + (1 - target) * (1 - $0) } ?? 1
      return -weight * pow(1 - right, gamma) * (target * log(clip(p)) + (1 - target) * log(1 - clip(p)))
    }
  }
}
