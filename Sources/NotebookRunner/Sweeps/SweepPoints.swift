import Options
import Tuning

/// The points of a sweep that are checked before it runs.
struct SweepPoints {
  /// Each value and each end of a range once, beside the first values of the other parameters.
  let probes: [SearchPoint]
  /// The points of the trials that are known in advance. Beyond the first batch of a search that learns from results,
  /// none is.
  let known: [SearchPoint]
  /// The number of trials.
  let count: Int
  let parameters: [SweptParameter]

  init(_ search: any SearchMethod, _ count: Int, _ parameters: [SweptParameter]) {
    let first = parameters.map { $0.probes[0] }
    probes = parameters.indices.flatMap { index in
      parameters[index].probes.map { probe in
        var coordinates = first
        coordinates[index] = probe
        return SearchPoint(coordinates)
      }
    }
    let open = (0..<count).first { search.trialsNeeded(before: $0) > 0 }
    known = search.points(0..<(open ?? count), given: [])
    self.count = count
    self.parameters = parameters
  }

  /// Returns the settings at a point as they would be written.
  func values(at point: SearchPoint) -> [OptionValue] {
    zip(parameters, point.coordinates).map { $0.value(at: $1) }
  }
}
