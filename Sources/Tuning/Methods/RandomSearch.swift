/// Independent points, drawn from the distributions of the dimensions.
package struct RandomSearch: SearchMethod {
  private let space: SearchSpace
  private let seed: UInt64

  package init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    self.seed = seed
  }

  package func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint] {
    trials.map { trial in
      let stream = SearchStream.point.stream(seed: seed, trial: trial)
      return space.point(at: stream.units(space.dimensions.count))
    }
  }
}
