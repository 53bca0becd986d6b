import NotebookResults
import NotebookRunner
import Testing

/// The sentences on a search and on the next step.
@Suite struct SearchAdviceTests {
  private typealias Fixture = SweepFixture

  private func advice(_ parameters: [SweepResults.Parameter], _ trials: [SweepResults.Trial]) throws
    -> [Words]
  {
    guard
      case .text(.joined(let sentences))? = SweepReport(Fixture.results(parameters, trials)).outputs().first
    else { throw Missing() }
    return Array(sentences.dropFirst())
  }

  private struct Missing: Error {}

  /// Trials at places of one parameter, the best of which is the one at an index.
  private func trials(_ places: [Double], best: Int) -> [SweepResults.Trial] {
    places.enumerated().map { Fixture.trial($0, [$1], scores: [$0 == best ? 0.9 : 0.5 + Double($0) / 100]) }
  }

  @Test(
    "The best trial at an edge of a range says so; the edges of a logarithmic range are as wide in decades.")
  func edges() throws {
    let places = [0.0013, 0.0015, 0.003, 0.01, 0.03, 0.1, 0.3, 0.69, 0.72]
    // A twentieth of three decades is a factor of 10^0.15 = 1.41: up to 0.00141, and from 0.708.
    for (best, label) in [(0, Label.atLowerEdge), (8, .atUpperEdge)] {
      #expect(
        try advice([Fixture.rate], trials(places, best: best))
          == [.phrase(label, ["learning_rate", "\(places[best])"])])
    }
    for best in [1, 4, 7] { #expect(try advice([Fixture.rate], trials(places, best: best)).isEmpty) }
    #expect(try advice([Fixture.rate], trials(Array(places.prefix(7)), best: 0)).isEmpty)
  }

  @Test("Below zero there is nothing to search, and choices have edges only if they are numbers.")
  func noEdges() throws {
    let places = (0..<8).map { Double($0) / 8 }
    #expect(try advice([Fixture.momentum], trials(places, best: 0)).isEmpty)
    let wide = SweepResults.Parameter(name: "decay", scale: .linear, range: -1...0.9, role: nil)
    #expect(
      try advice([wide], trials(places, best: 7)) == [.phrase(.atUpperEdge, ["decay", "0.875"])])
    let chosen = (0..<9).map { Fixture.trial($0, [Double($0 % 3)], scores: [Double($0 % 3) / 10]) }
    #expect(
      try advice([Fixture.choices("units", ["16", "32", "64"])], chosen)
        == [.phrase(.atUpperEdge, ["units", "2.0"])])
    #expect(try advice([Fixture.choices("activation", ["relu", "tanh", "gelu"])], chosen).isEmpty)
  }

  @Test("Five trials that are closer to each other than seeds are to be compared with more of them.")
  func seeds() throws {
    func trials(step: Double) -> [SweepResults.Trial] {
      (0..<6).map { number in
        let mean = number == 5 ? 0.25 : 0.5 + step * Double(number)
        return Fixture.trial(number, [0.5], scores: [mean - 0.0625, mean + 0.0625])
      }
    }
    // The deviation of each is 0.125/√2 = 0.0884, and the five differ by four steps.
    #expect(
      try advice([Fixture.momentum], trials(step: 0.0175))
        == [.phrase(.topLikeSeeds, ["7.00\u{A0}pp", "8.84\u{A0}pp"])])
    #expect(try advice([Fixture.momentum], trials(step: 0.025)).isEmpty)
  }

  @Test("Failed trials are counted, with the place beyond which none succeeded.")
  func failures() throws {
    func trials(_ failed: Set<Int>) -> [SweepResults.Trial] {
      (0..<7).map { Fixture.trial($0, [Double($0) / 10], scores: failed.contains($0) ? [] : [0.5]) }
    }
    #expect(
      try advice([Fixture.momentum], trials([1, 4, 5, 6]))
        == [.phrase(.failedAbove, ["4", "7", "3", "optimizer.sgd.momentum", "0.3"])])
    #expect(
      try advice([Fixture.momentum], trials([0, 1, 2]))
        == [.phrase(.failedBelow, ["3", "7", "3", "optimizer.sgd.momentum", "0.3"])])
    #expect(try advice([Fixture.momentum], trials([2, 5])) == [.phrase(.trialsFailed, ["2", "7"])])
    let chosen = (0..<6).map { Fixture.trial($0, [Double($0 % 2)], scores: $0 % 2 == 0 ? [0.5] : []) }
    #expect(
      try advice([Fixture.choices("activation", ["relu", "tanh"])], chosen)
        == [.phrase(.failedWith, ["3", "6", "3", "activation", "tanh"])])
  }

  @Test("A best trial that still gains in its last epoch is to be trained longer.")
  func lastEpoch() throws {
    func trials(_ curve: [Double]) -> [SweepResults.Trial] {
      [Fixture.trial(0, [0.5], scores: [0.9], curve: curve)]
    }
    #expect(
      try advice([Fixture.momentum], trials([0.1, 0.3, 0.5, 0.7, 0.9])) == [.label(.stillImproving)])
    for curve in [[0.1, 0.9, 0.8, 0.7, 0.9], [0.1, 0.5, 0.895, 0.896, 0.897], [0.1, 0.9]] {
      #expect(try advice([Fixture.momentum], trials(curve)).isEmpty)
    }
  }
}
