import NotebookResults
import Writing

/// The content of a chart of curves as facts for a sentence.
struct LineChartReading: Sendable {
  enum Trend: Sendable, Equatable { case rises, falls, stays }

  struct Curve: Sendable, Equatable {
    let run: String
    let role: LineChart.Role
    let isLeading: Bool
    let count: Int
    /// The range from the first place to the last; `nil` if the axis counts from 1.
    let places: ClosedRange<Double>?
    /// The first value and the last, if they are numbers.
    let first: Double?
    let last: Double?
    let best: Point?
    /// The first place whose value is not a number.
    let breakdown: Double?
  }

  struct Point: Sendable, Equatable {
    let index: Int
    let place: Double
    let value: Double
  }

  let quantity: Words
  let x: LineChart.Axis
  let unit: LineChart.Unit
  let better: LineChart.Better?
  let curves: [Curve]
  /// The run that the others are from, and its last value, if it is a number.
  let earlier: (run: String, last: Double)?

  init(_ chart: LineChart) {
    quantity = chart.quantity
    x = chart.x
    unit = chart.unit
    better = chart.better
    curves = chart.lines.map { line in
      Curve(
        run: line.run, role: line.role, isLeading: chart.isLeading(line), count: line.values.count,
        places: Self.reach(of: line.places),
        first: line.values.first.flatMap { $0.isFinite ? $0 : nil },
        last: line.values.last.flatMap { $0.isFinite ? $0 : nil },
        best: Self.best(of: line, better: chart.better),
        breakdown: line.values.firstIndex { !$0.isFinite }.map { line.place(at: $0) })
    }
    earlier = chart.earlier.flatMap { line in
      line.values.last.flatMap { $0.isFinite ? (line.run, $0) : nil }
    }
  }

  func trend(of curve: Curve) -> Trend {
    guard let first = curve.first, let last = curve.last else { return .stays }
    let least = unit == .fraction ? 0.005 : max(abs(first), abs(last)) * 0.01
    return first == last || abs(last - first) < least ? .stays : last > first ? .rises : .falls
  }

  private static func reach(of places: [Double]?) -> ClosedRange<Double>? {
    guard let first = places?.min(), let last = places?.max() else { return nil }
    return first...last
  }

  /// Returns the range from the first place of curves to their last; `nil` if the axis counts from 1.
  func places(of curves: [Curve]) -> ClosedRange<Double>? {
    Self.reach(of: curves.compactMap(\.places).flatMap { [$0.lowerBound, $0.upperBound] })
  }

  /// The curves that a reader looks at first.
  var leading: [Curve] { curves.filter(\.isLeading) }

  /// The role that all leading curves share, unless it is that of training.
  var commonRole: LineChart.Role? {
    let roles = Set(leading.map(\.role))
    return roles.count == 1 ? roles.first.flatMap { $0.isHeldOut ? $0 : nil } : nil
  }

  /// The training curve that accompanies the validation curve of the only run.
  var companion: Curve? {
    guard leading.count == 1, let lead = leading.first, lead.role.isHeldOut else { return nil }
    return curves.first { $0.run == lead.run && $0.role == .training }
  }

  /// The leading curves whose last value is a number, from best to worst, or from high to low if none is better.
  var ranking: [(curve: Curve, last: Double)] {
    leading.compactMap { curve in curve.last.map { (curve, $0) } }
      .enumerated()
      .sorted { one, other in
        let (first, second) = (one.element.last, other.element.last)
        if first == second { return one.offset < other.offset }
        return better == .lower ? first < second : first > second
      }
      .map(\.element)
  }

  /// Returns the best value if it is meaningful: there are several values, they differ noticeably, and it is not the
  /// last, which is written at the end of its line.
  static func notableBest(
    of line: LineChart.Line, better: LineChart.Better?, unit: LineChart.Unit
  ) -> Point? {
    let finite = line.values.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max(), finite.count > 1 else { return nil }
    let least = unit == .fraction ? 0.005 : max(abs(lowest), abs(highest)) * 0.01
    guard highest - lowest >= least, let best = best(of: line, better: better) else { return nil }
    return best.index == line.values.count - 1 ? nil : best
  }

  /// Returns the first of the best values; `nil` if none is better than another.
  static func best(of line: LineChart.Line, better: LineChart.Better?) -> Point? {
    guard let better else { return nil }
    var best: Point?
    for (index, value) in line.values.enumerated() where value.isFinite {
      let isBetter = best.map { better == .higher ? value > $0.value : value < $0.value } ?? true
      if isBetter { best = Point(index: index, place: line.place(at: index), value: value) }
    }
    return best
  }

  /// Returns a value for a sentence: shares in percent, with just enough digits to tell its neighbours apart.
  func text(_ value: Double, beside others: [Double] = []) -> String {
    let nearest = others.map { abs($0 - value) }.filter { $0 > 0 }.min() ?? .infinity
    switch unit {
    case .fraction:
      return NumberFormat.percent(value, digits: nearest >= 0.015 ? 0 : nearest >= 0.0015 ? 1 : 2)
    case .plain:
      let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : nearest >= 0.015 ? 2 : 3
      return NumberFormat.fixed(value, digits: digits)
    case .anySize: return NumberFormat.plain(value)
    }
  }
}

extension LineChart.Axis {
  /// Returns a place along the axis.
  func text(_ place: Double) -> String {
    isWhole ? NumberFormat.fixed(place, digits: 0) : NumberFormat.plain(place)
  }
}
