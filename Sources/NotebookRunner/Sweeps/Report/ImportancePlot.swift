import NotebookResults
import Writing

/// The importance of the parameters as a dot plot, the most important first.
struct ImportancePlot {
  private static let most = 20

  private let importance: SweepReport.Importance
  private let trials: Int

  /// - Parameter trials: the number of trials that the importance was computed from.
  init(_ importance: SweepReport.Importance, trials: Int) {
    self.importance = importance
    self.trials = trials
  }

  var outputs: [Output] {
    let order = importance.shares.enumerated().filter { $0.element.share >= 0 }.sorted { one, other in
      (other.element.share, one.offset) < (one.element.share, other.offset)
    }.map(\.element).prefix(Self.most)
    guard !order.isEmpty else { return [] }
    let names = order.map { SettingText.short($0.name) }
    let title = Words.phrase(.importanceBy, [importance.method, NumberFormat.integer(trials)])
    return [
      .dots(
        DotPlot(
          title: title, categories: names,
          series: [.init(.label(.importance), order.map(\.share))], startsAtZero: true,
          numbers: Table(
            title: title,
            columns: [.init(.label(.setting), .text), .init(.label(.importance), .number)],
            rows: zip(names, order).map { [.code($0), .percent($1.share, digits: 1)] })))
    ]
  }
}
