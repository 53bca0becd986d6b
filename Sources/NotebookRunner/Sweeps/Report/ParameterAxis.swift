import NotebookResults

/// The axis of a chart along which a parameter runs.
struct ParameterAxis {
  /// The names of the choices; `nil` for numbers.
  let choices: [String]?

  private let name: String
  private let index: Int
  private let isLogarithmic: Bool

  init(_ ranking: TrialRanking, _ index: Int) {
    let parameter = ranking.parameter(index)
    if case .choices(let choices) = parameter.scale {
      self.choices = choices.map { SettingText.short($0, columns: 24) }
    } else {
      choices = nil
    }
    name = SettingText.short(parameter.name)
    self.index = index
    isLogarithmic =
      parameter.scale == .logarithmic && ranking.results.trials.allSatisfy { $0.places[index] > 0 }
  }

  /// - Parameter isNamed: false if the chart's title names the parameter already.
  func axis(isNamed: Bool = true) -> XYChart.Axis {
    .init(
      .verbatim(isNamed ? name : ""), .plain, isLogarithmic: isLogarithmic,
      categories: choices)
  }

  func place(of trial: SweepResults.Trial) -> Double { trial.places[index] }

  /// Returns the place of a trial, beside the place of its choice, so that equal trials do not hide each other.
  func spreadPlace(of trial: SweepResults.Trial) -> Double {
    choices == nil ? trial.places[index] : trial.places[index] + Self.offset(trial.number)
  }

  /// Returns an offset between −0.25 and 0.25; multiples of the golden ratio lie far from those before them.
  static func offset(_ number: Int) -> Double {
    let turns = Double(number) * 0.618_033_988_749_895
    return (turns - turns.rounded(.down) - 0.5) / 2
  }
}
