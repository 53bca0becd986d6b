/// The penalty on the outputs of a layer, divided by the number of samples in the batch. Its outputs are its inputs.
///
/// Within `time_distributed` each step counts as a sample.
final class ActivityPenalty: Operation {
  let output: Signal
  private let regularizer: any Regularizer
  private var samples = 0

  init(_ site: NetworkBuilder.Site, _ regularizer: any Regularizer) {
    output = site.input
    self.regularizer = regularizer
  }

  func forward(rows: Int, in pass: Pass) { samples = rows }

  /// The penalty of the last batch: sums of type `Double`, in ascending order of the sample, then of the output.
  var penalty: Double {
    var magnitudes = 0.0
    var squares = 0.0
    for row in 0..<samples * output.positions {
      for number in UnsafeBufferPointer(start: output.value.row(row), count: output.columns) {
        magnitudes += Double(number.magnitude)
        squares += Double(number) * Double(number)
      }
    }
    return (regularizer.l1 * magnitudes + regularizer.l2 * squares) / Double(max(1, samples))
  }

  /// Adds the penalty's gradient to that of the outputs, without touching the padding, which must stay zero.
  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    let l1 = Float(regularizer.l1 / Double(rows))
    let l2 = Float(2 * regularizer.l2 / Double(rows))
    for row in 0..<rows * output.positions {
      let (numbers, sums) = (output.value.row(row), gradient.row(row))
      for column in 0..<output.columns {
        let number = numbers[column]
        let sign: Float = number > 0 ? 1 : number < 0 ? -1 : 0
        sums[column] += l1 * sign + l2 * number
      }
    }
  }
}

/// The penalties on outputs in a network, in the order of its operations, those within others included.
final class ActivityPenalties {
  private(set) var all: [ActivityPenalty] = []

  func append(_ penalty: ActivityPenalty) { all.append(penalty) }
}
