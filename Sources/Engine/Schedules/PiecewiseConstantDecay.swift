import Options

/// A rate for each part of the training, as Keras's `PiecewiseConstantDecay`: the first value up to and including the
/// step of the first boundary, and so on; steps count from 0.
package struct PiecewiseConstantDecay: LearningRateSchedule, Configurable {
  package static let name = "piecewise_constant_decay"
  package static let abstract = "The learning rate keeps each of its values up to a boundary."
  package static let exampleOptions: OptionValue = ["boundaries": [100, 200], "values": [0.1, 0.05, 0.01]]

  private let boundaries: [Int]
  private let values: [Double]

  package init(_ options: inout OptionReader) {
    boundaries = options.read(
      "boundaries", .list(of: .integer(.within(0...1e12))),
      help: "The last step of each value but the last; the first step is 0.")
    values = options.read(
      "values", .list(of: .number(.nonnegativeFloat)),
      help: "The learning rates, one more than there are boundaries.")
    guard !boundaries.isEmpty, !values.isEmpty else { return }
    if zip(boundaries, boundaries.dropFirst()).contains(where: { $0 >= $1 }) {
      options.report(
        OptionProblem.unfitting("boundaries", "must rise from each number to the next"),
        at: options.place(of: "boundaries"))
    }
    if values.count != boundaries.count + 1 {
      options.report(
        OptionProblem.unfitting(
          "values",
          "must hold \(boundaries.count + 1), one more than there are boundaries, not \(values.count)"),
        at: options.place(of: "values"))
    }
  }

  package var largestRate: Double { values.max() ?? 0 }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    // The boundaries may be very many.
    var (first, end) = (0, boundaries.count)
    while first < end {
      let middle = (first + end) / 2
      if boundaries[middle] < step { first = middle + 1 } else { end = middle }
    }
    return first < values.count ? values[first] : 0
  }
}
