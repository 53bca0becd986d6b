import NotebookResults

/// The parameters whose searched range ends close to the best trial, so that a wider one may hold a better.
struct SearchEdges {
  /// The least number of trials with a score for which the place of the best says anything.
  private static let least = 8

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var words: [Words] {
    guard let best = ranking.best, ranking.scored.count >= Self.least else { return [] }
    return ranking.varied.compactMap { index in
      let parameter = ranking.parameter(index)
      let arguments = [SettingText.short(parameter.name), SettingText.short(best.settings[index])]
      guard parameter.role != .fixed, let end = end(of: parameter, at: best.places[index]) else { return nil }
      return .phrase(end == .lower ? .atLowerEdge : .atUpperEdge, arguments)
    }
  }

  private enum End { case lower, upper }

  private func end(of parameter: SweepResults.Parameter, at place: Double) -> End? {
    switch parameter.scale {
    case .choices(let choices): return end(of: choices, at: place)
    case .linear:
      guard let range = parameter.range, range.lowerBound < range.upperBound else { return nil }
      let margin = (range.upperBound - range.lowerBound) / 20
      // Beyond 0 and 1 there is often nothing, as for shares and for momentum.
      if place <= range.lowerBound + margin { return range.lowerBound == 0 ? nil : .lower }
      return place >= range.upperBound - margin && range.upperBound != 1 ? .upper : nil
    case .logarithmic:
      guard let range = parameter.range, range.lowerBound > 0, range.lowerBound < range.upperBound, place > 0
      else { return nil }
      // A twentieth of the way on a logarithmic scale, without logarithms, which differ between machines.
      let whole = range.upperBound / range.lowerBound
      if Self.power20(place / range.lowerBound) <= whole { return .lower }
      return Self.power20(range.upperBound / place) <= whole ? .upper : nil
    }
  }

  /// Returns the end at which the best of at least three ordered numbers lies.
  private func end(of choices: [String], at place: Double) -> End? {
    let numbers = choices.compactMap(Double.init)
    guard numbers.count == choices.count, numbers.count >= 3, let index = Int(exactly: place),
      numbers.indices.contains(index)
    else { return nil }
    if numbers[index] == numbers.min() { return numbers[index] == 0 ? nil : .lower }
    return numbers[index] == numbers.max() ? .upper : nil
  }

  private static func power20(_ number: Double) -> Double {
    let square = number * number
    let fourth = square * square
    let eighth = fourth * fourth
    return eighth * eighth * fourth
  }
}
