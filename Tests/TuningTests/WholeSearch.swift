import Tuning

extension SearchMethod {
  /// Returns the observations of a whole search, batch by batch, as a runner makes them.
  func search(
    trials: Int, after earlier: [Observation] = [], epochs: Int = 1, loss: (SearchPoint) -> Double?
  ) -> [Observation] {
    var observations = earlier
    while observations.count < trials {
      let start = observations.count
      var end = start + 1
      while end < trials, trialsNeeded(before: end) <= start { end += 1 }
      for (offset, point) in points(start..<end, given: observations).enumerated() {
        observations.append(
          Observation(trial: start + offset, point: point, loss: loss(point), epochs: epochs))
      }
    }
    return observations
  }

  /// Returns the observations of a whole search with early termination, each after the last epochs of its trial, as a
  /// runner makes them.
  func search(
    trials: Int, _ schedule: HalvingSchedule, loss: (SearchPoint, Int) -> Double?
  ) -> [Observation] {
    var observations: [Observation] = []
    for bracket in schedule.brackets(trials: trials) {
      var rung = bracket.firstRung
      observations = search(trials: bracket.trials.upperBound, after: observations, epochs: rung.epochs) {
        loss($0, rung.epochs)
      }
      while let next = bracket.rung(after: rung, losses: rung.trials.map { observations[$0].loss }) {
        for trial in next.trials {
          let point = observations[trial].point
          observations[trial] = Observation(
            trial: trial, point: point, loss: loss(point, next.epochs), epochs: next.epochs)
        }
        rung = next
      }
    }
    return observations
  }
}
