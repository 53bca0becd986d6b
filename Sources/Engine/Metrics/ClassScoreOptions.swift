import Options
import Writing

/// The options that the scores of classes share: the average, and the threshold of a single output.
struct ClassScoreOptions: Sendable, Hashable {
  let average: ClassAverage?
  let threshold: Double

  init(average: ClassAverage? = nil, threshold: Double = 0.5) {
    self.average = average
    self.threshold = threshold
  }

  init(_ options: inout OptionReader) {
    average = options.readIfPresent("average", .choice(of: ClassAverage.self), help: ClassAverage.help)
    threshold = options.read(
      "threshold", .number(.within(0...1)), default: 0.5,
      help: "The output above which the second of two classes is predicted, if there is a single output.")
  }

  var counts: ClassCounts { ClassCounts(threshold: Float(threshold)) }

  /// Returns the quantity for these options.
  func quantity(of plain: Quantity) -> Quantity {
    let averaged = average.map { plain.with($0.rawValue, $0.note) } ?? plain
    guard threshold != 0.5 else { return averaged }
    let number = "\(OptionValue(.number(threshold)))"
    return averaged.with("at_\(number)", Term(english: "threshold \(number)", japanese: "しきい値 \(number)"))
  }
}
