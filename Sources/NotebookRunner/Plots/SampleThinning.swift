import NotebookResults
import Writing

/// A choice of samples for a chart of points, evenly spaced from the first on.
struct SampleThinning {
  /// The largest number of points. More could not be told apart, and would make the page large.
  private static let most = 500

  /// The step from the index of one sample that is drawn to the next.
  let step: Int

  /// - Parameter count: the number of samples there are.
  init(count: Int) { step = max(1, (count + Self.most - 1) / Self.most) }

  /// The sentences that follow a chart's reading: one if samples are left out, otherwise none.
  var notes: [Words] { step == 1 ? [] : [.phrase(.everySample, [NumberFormat.integer(step)])] }
}
