import CKernels
import Options

/// A bound on gradients, with the formulas of Keras. Norms are Euclidean.
///
/// The squares of an array are summed in `Double`, every 16th of them in one ascending chain, and then the 16 sums in
/// order; the sums of arrays are added in the order of the layers.
package enum GradientClipping: GradientRule {
  /// Each array whose norm is larger is scaled to this norm.
  case norm(Double)
  /// All arrays together are scaled to this norm if theirs is larger.
  case globalNorm(Double)
  /// Each number is kept within ± this value.
  case value(Double)

  package func apply(to arrays: [TrainedArray], at moment: StepMoment, on engine: ExecutionContext) {
    let kernels = engine.kernels.table
    switch self {
    case .norm(let limit):
      for array in arrays {
        Self.scale(
          array, to: limit, from: kernels.pointee.sum_of_squares(array.count, array.gradient), kernels)
      }
    case .globalNorm(let limit):
      var sum = 0.0
      for array in arrays { sum += kernels.pointee.sum_of_squares(array.count, array.gradient) }
      for array in arrays { Self.scale(array, to: limit, from: sum, kernels) }
    case .value(let limit):
      for array in arrays { kernels.pointee.clip(array.count, Float(limit), array.gradient) }
    }
  }

  /// Scales the gradient of an array by the limit over a norm, if the norm is larger or not a number.
  private static func scale(
    _ array: TrainedArray, to limit: Double, from squares: Double, _ kernels: UnsafePointer<tb_kernels>
  ) {
    let norm = squares.squareRoot()
    if norm <= limit { return }
    kernels.pointee.scale(array.count, Float(limit / norm), array.gradient)
  }
}

extension OptionReader {
  /// Reads `clipnorm`, `global_clipnorm` and `clipvalue`, of which one may be given.
  mutating func readGradientClipping() -> GradientClipping? {
    let limit = OptionKind.number(.positiveFloat)
    let norm = readIfPresent(
      "clipnorm", limit, help: "The largest norm that the gradient of each array of weights may have.")
    let global = readIfPresent(
      "global_clipnorm", limit, help: "The largest norm that the gradients of all weights together may have.")
    let value = readIfPresent(
      "clipvalue", limit, help: "The largest magnitude that each number of a gradient may have.")
    let names = ["clipnorm", "global_clipnorm", "clipvalue"]
    if [norm, global, value].count(where: { $0 != nil }) > 1, let last = names.last(where: gives) {
      report(OptionProblem.severalOf(names, of: subject), at: place(of: last))
    }
    return norm.map { .norm($0) } ?? global.map { .globalNorm($0) } ?? value.map { .value($0) }
  }
}
