import Options
import Writing

/// The options that the scores of classes share: the average, and the threshold of a single output.
struct ClassScoreOptions: Sendable, Hashable {
  /// The averages as scikit-learn names them, and its word for none.
  private enum Choice: String, CaseIterable {
    case micro, macro, weighted
    case perClass = "none"
  }

  let average: ClassAverage?
  /// A Boolean value that indicates whether each class keeps its own score.
  let isPerClass: Bool
  let threshold: Double

  init(average: ClassAverage? = nil, isPerClass: Bool = false, threshold: Double = 0.5) {
    self.average = average
    self.isPerClass = isPerClass
    self.threshold = threshold
  }

  init(_ options: inout OptionReader) {
    let choice = options.readIfPresent(
      "average", .choice(of: Choice.self),
      help: ClassAverage.help + " With `none` there is one for each class, only in evaluations.")
    average = choice.flatMap { ClassAverage(rawValue: $0.rawValue) }
    isPerClass = choice == .perClass
    threshold = options.read(
      "threshold", .number(.within(0...1)), default: 0.5,
      help: "The output above which the second of two classes is predicted, if there is a single output.")
  }

  var counts: ClassCounts { ClassCounts(threshold: Float(threshold)) }

  /// Returns the quantity for these options.
  func quantity(of plain: Quantity) -> Quantity {
    let averaged =
      isPerClass
      ? plain.with(Choice.perClass.rawValue, Term(english: "of each class", japanese: "クラスごと"))
      : average.map { plain.with($0.rawValue, $0.note) } ?? plain
    guard threshold != 0.5 else { return averaged }
    let number = "\(OptionValue(.number(threshold)))"
    return averaged.with("at_\(number)", Term(english: "threshold \(number)", japanese: "しきい値\(number)"))
  }
}

/// A metric that gives each class a score, and averages them unless its options leave them as they are.
protocol ClassScoreMetric: CountingMetric {
  var options: ClassScoreOptions { get }

  /// Returns the score of one class, or of all together.
  func score(_ counts: ClassCounts.Counts) -> Double
}

extension ClassScoreMetric {
  package var value: Double { counts.average(options.average, score) }
  package var isPerClass: Bool { options.isPerClass }
  package var classValues: [Double]? { isPerClass ? counts.classes.map(score) : nil }
}
