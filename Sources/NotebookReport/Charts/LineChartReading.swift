import NotebookResults
import Writing

/// What a chart of curves shows, as facts that a sentence can be made of.
struct LineChartReading: Sendable {
  enum Trend: Sendable, Equatable { case rises, falls, stays }

  struct Curve: Sendable, Equatable {
    let run: String
    let role: LineChart.Role
    let epochs: Int
    /// The value of the first epoch and of the last, if they are numbers.
    let first: Double?
    let last: Double?
    let best: Point?
    /// The first epoch whose value is no number.
    let breakdown: Int?

    func trend(_ unit: LineChart.Unit) -> Trend {
      guard let first, let last else { return .stays }
      let least = unit == .fraction ? 0.005 : max(abs(first), abs(last)) * 0.01
      return abs(last - first) < least ? .stays : last > first ? .rises : .falls
    }
  }

  struct Point: Sendable, Equatable {
    let epoch: Int
    let value: Double
  }

  let quantity: Words
  let unit: LineChart.Unit
  let better: LineChart.Better
  let curves: [Curve]

  init(_ chart: LineChart) {
    quantity = chart.quantity
    unit = chart.unit
    better = chart.better
    curves = chart.lines.map { line in
      Curve(
        run: line.run, role: line.role, epochs: line.values.count,
        first: line.values.first.flatMap { $0.isFinite ? $0 : nil },
        last: line.values.last.flatMap { $0.isFinite ? $0 : nil },
        best: Self.best(of: line.values, better: chart.better),
        breakdown: line.values.firstIndex { !$0.isFinite }.map { $0 + 1 })
    }
  }

  /// The curves a reader looks at first: of each run its validation, or its training where it has none.
  var leading: [Curve] {
    curves.enumerated().filter { index, curve in
      curve.role == .validation
        || !curves.contains { $0.run == curve.run && $0.role == .validation }
    }.map(\.element)
  }

  /// The training curve beside the validation of the only run.
  var companion: Curve? {
    guard leading.count == 1, let lead = leading.first, lead.role == .validation else { return nil }
    return curves.first { $0.run == lead.run && $0.role == .training }
  }

  /// The leading curves that end in a number, the best first.
  var ranking: [(curve: Curve, last: Double)] {
    leading.compactMap { curve in curve.last.map { (curve, $0) } }
      .enumerated()
      .sorted { one, other in
        let (first, second) = (one.element.last, other.element.last)
        if first == second { return one.offset < other.offset }
        return better == .higher ? first > second : first < second
      }
      .map(\.element)
  }

  /// The best epoch where it means something: of several, and of values that differ.
  static func notableBest(of values: [Double], better: LineChart.Better, unit: LineChart.Unit) -> Point? {
    let finite = values.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max(), finite.count > 1 else { return nil }
    let least = unit == .fraction ? 0.005 : max(abs(lowest), abs(highest)) * 0.01
    return highest - lowest < least ? nil : best(of: values, better: better)
  }

  /// The first of the best epochs.
  static func best(of values: [Double], better: LineChart.Better) -> Point? {
    var best: Point?
    for (index, value) in values.enumerated() where value.isFinite {
      let isBetter = best.map { better == .higher ? value > $0.value : value < $0.value } ?? true
      if isBetter { best = Point(epoch: index + 1, value: value) }
    }
    return best
  }

  /// A value as the chart's sentences give it: shares in percent, as coarse as tells its neighbours apart.
  func text(_ value: Double, beside others: [Double] = []) -> String {
    let nearest = others.map { abs($0 - value) }.filter { $0 > 0 }.min() ?? .infinity
    switch unit {
    case .fraction:
      return NumberFormat.percent(value, digits: nearest >= 0.015 ? 0 : nearest >= 0.0015 ? 1 : 2)
    case .plain:
      let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : nearest >= 0.015 ? 2 : 3
      return NumberFormat.fixed(value, digits: digits)
    }
  }
}
