import Diagnostics
import NotebookResults

/// The colours and markers of runs, which each keeps throughout a page.
struct RunStyles: Sendable {
  /// The places of the runs in the order of their first appearance.
  private let places: [String: Int]

  /// Creates the styles of the runs that cells show.
  init(_ outcomes: [CellOutcome] = []) {
    let runs = outcomes.filter(\.presentation.output).flatMap(\.outputs).flatMap(\.runs).withoutRepetition
    places = Dictionary(uniqueKeysWithValues: zip(runs, runs.indices))
  }

  /// Returns the styles with other names for some of the runs.
  func renaming(_ names: [String: String]) -> RunStyles {
    RunStyles(
      places: places.merging(names.compactMap { name, new in places[name].map { (new, $0) } }) { $1 })
  }

  private init(places: [String: Int]) { self.places = places }

  /// Returns the style of a run that a chart of the page draws.
  subscript(run: String) -> SeriesStyle? { places[run].map(SeriesStyle.init) }

  /// Returns the styles of the runs of one chart: their own, unless another run of the chart already has the same
  /// colour while others are free.
  func styles(of runs: [String]) -> [String: SeriesStyle] {
    var taken: [String: Int] = [:]
    func isFree(_ place: Int) -> Bool {
      let isCrowded = taken.count >= SeriesStyle.colorCount
      return taken.values.allSatisfy { used in
        isCrowded ? used != place : used % SeriesStyle.colorCount != place % SeriesStyle.colorCount
      }
    }
    for run in runs { if let place = places[run], isFree(place) { taken[run] = place } }
    for run in runs where taken[run] == nil { taken[run] = (0...runs.count).first(where: isFree) }
    return taken.mapValues(SeriesStyle.init)
  }
}

extension Output {
  /// The names of the runs whose curves it shows, in order.
  fileprivate var runs: [String] {
    switch self {
    case .chart(let chart): chart.lines.map(\.run)
    case .curves(let curves): curves.charts.flatMap { $0.lines.map(\.run) }
    default: []
    }
  }
}
