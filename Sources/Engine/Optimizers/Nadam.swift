import CKernels
import Options

/// Nadam (Dozat, 2016), with the step of Keras. The means m and v are those of Adam. With
/// `uₜ = β₁ · (1 − 0.96ᵗ / 2)` and Pₜ the product of u₁ … uₜ,
/// `w ← w − rate · (uₜ₊₁ · m / (1 − Pₜ₊₁) + (1 − uₜ) · g / (1 − Pₜ)) / (√(v / (1 − β₂ᵗ)) + ε)`.
package struct Nadam: Optimizer {
  package static let name = "nadam"
  package static let abstract = "Nadam: Adam with Nesterov momentum, which looks one step ahead."

  package static let usualLearningRates = 1e-5...0.02

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let firstDecay: Double
  private let secondDecay: Double
  private let epsilon: Double

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    firstDecay = options.readKeptShare("beta_1", of: "the mean of gradients", default: 0.9)
    secondDecay = options.readKeptShare("beta_2", of: "the mean of their squares", default: 0.999)
    epsilon = options.readEpsilon()
    gradientRules = options.readGradientRules()
  }

  /// The two running means: of the gradients, and of their squares.
  package var stateCount: Int { 2 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    let step = moment.iteration
    let ahead = firstDecay * MomentumFactors.factor(step + 1) / (1 - product(step + 1))
    let now = (1 - firstDecay * MomentumFactors.factor(step)) / (1 - product(step))
    engine.kernels.table.pointee.nadam(
      array.count, Float(moment.rate * ahead), Float(moment.rate * now), Float(1 - firstDecay),
      Float(1 - secondDecay), Float(1 / (1 - Mathematics.power(secondDecay, step))), Float(epsilon),
      array.gradient, array.state[0], array.state[1], array.weights)
  }

  /// P of a step.
  private func product(_ step: Int) -> Double {
    Mathematics.power(firstDecay, step) * MomentumFactors.product(step)
  }

  /// The factors 1 − 0.96ᵗ / 2 and their products, which no longer change after some hundred steps.
  private enum MomentumFactors {
    static func factor(_ step: Int) -> Double { table.factors[min(step, table.factors.count - 1)] }
    static func product(_ step: Int) -> Double { table.products[min(step, table.products.count - 1)] }

    private static let table: (factors: [Double], products: [Double]) = {
      var (power, factors, products) = (1.0, [1.0], [1.0])
      while let last = factors.last, last < 1 || factors.count == 1 {
        power *= 0.96
        factors.append(1 - 0.5 * power)
        products.append(products[products.count - 1] * (1 - 0.5 * power))
      }
      return (factors, products)
    }()
  }
}
