import Tuning

extension SearchMethod {
  /// Returns the observations of a whole search, batch by batch, as a runner makes them.
  func search(trials: Int, loss: (SearchPoint) -> Double?) -> [Observation] {
    var observations: [Observation] = []
    while observations.count < trials {
      let start = observations.count
      var end = start + 1
      while end < trials, trialsNeeded(before: end) <= start { end += 1 }
      for (offset, point) in points(start..<end, given: observations).enumerated() {
        observations.append(Observation(trial: start + offset, point: point, loss: loss(point)))
      }
    }
    return observations
  }
}
