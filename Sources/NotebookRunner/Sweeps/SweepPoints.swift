import Options
import Tuning

/// The points of a sweep that are checked before it runs: those known in advance, after each value and each end of a
/// range has been tried once, beside the first values of the other parameters.
struct SweepPoints: Sequence {
  private let space: SearchSpace
  private let search: any SearchMethod
  private let count: Int
  let parameters: [SweptParameter]

  init(_ space: SearchSpace, _ search: any SearchMethod, _ count: Int, _ parameters: [SweptParameter]) {
    self.space = space
    self.search = search
    self.count = count
    self.parameters = parameters
  }

  func makeIterator() -> AnyIterator<SearchPoint> {
    let first = parameters.map { $0.probes[0] }
    let probes = parameters.indices.flatMap { index in
      parameters[index].probes.map { probe in
        var coordinates = first
        coordinates[index] = probe
        return SearchPoint(coordinates)
      }
    }
    // Beyond the first batch of a search that learns from results, nothing is known yet.
    let known = (0..<count).first { search.trialsNeeded(before: $0) > 0 } ?? count
    var next = 0
    return AnyIterator {
      defer { next += 1 }
      if next < probes.count { return probes[next] }
      let trial = next - probes.count
      return trial < known ? search.points(trial..<trial + 1, given: []).first : nil
    }
  }
}
