import Diagnostics
import Options
import Tuning

/// Settings that the author lists, one trial each.
struct SweptPoints: Sendable {
  /// The settings with all the values that they have in the list.
  let parameters: [SweptParameter]
  let points: [SearchPoint]
}

extension OptionKind where Value == SweptPoints {
  /// A list of mappings, each with a value for the same settings.
  static let sweptPoints = OptionKind(
    form: .list(.mapping(.scalar)), placeholder: { SweptPoints(parameters: [], points: []) }
  ) { value, name, findings in
    guard case .list(let trials) = value.content, let first = trials.first, !first.entries.isEmpty else {
      findings.add(
        OptionProblem.wrongType(name, expected: .list(.mapping(.scalar)), found: value), at: value.range)
      return nil
    }
    let names = first.entries.map(\.key)
    for trial in trials where Set(trial.entries.map(\.key)) != Set(names) {
      findings.add(SweepProblem.unlikePoints(names), at: trial.range)
      return nil
    }
    var choices: [[OptionValue]] = names.map { _ in [] }
    var places: [[OptionValue: Int]] = names.map { _ in [:] }
    let points = trials.map { trial in
      SearchPoint(
        names.indices.map { index in
          let written = (trial[names[index]] ?? OptionValue(.null)).evaluatingQuotient
          if let known = places[index][written] { return .choice(known) }
          places[index][written] = choices[index].count
          choices[index].append(written)
          return .choice(choices[index].count - 1)
        })
    }
    let parameters = zip(first.entries, choices).map { entry, choices in
      SweptParameter(
        name: Placed(entry.key, at: entry.keyRange), place: value.range, values: .choices(choices), role: nil)
    }
    return (SweptPoints(parameters: parameters, points: points), value)
  }
}
