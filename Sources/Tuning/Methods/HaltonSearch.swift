/// Quasi-random points by the sequence of Halton, which fill the space more evenly than random ones: the default of
/// Google's tuning playbook.
package struct HaltonSearch: SearchMethod {
  private let space: SearchSpace
  private let sequence: HaltonSequence

  package init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    sequence = HaltonSequence(dimensions: space.dimensions.count, seed: seed)
  }

  package func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint] {
    trials.map { space.point(at: sequence[$0]) }
  }
}
