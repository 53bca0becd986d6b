import Options

/// The catalogue of learning rate schedules.
package enum LearningRateSchedules {
  package static let catalogue = Catalogue<any LearningRateSchedule>(
    "schedule",
    [
      member(ExponentialDecay.self),
      member(InverseTimeDecay.self),
      member(PolynomialDecay.self),
      member(PiecewiseConstantDecay.self),
      member(CosineDecay.self),
      member(CosineDecayRestarts.self),
      member(OneCycle.self),
    ])

  private static func member<Kind: LearningRateSchedule & Configurable>(
    _ kind: Kind.Type
  ) -> Catalogue<any LearningRateSchedule>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}

extension OptionReader {
  /// Reads `learning_rate`: a number, or a schedule.
  mutating func readLearningRate(default rate: OptionValue) -> any LearningRateSchedule {
    read(
      "learning_rate",
      .number(.nonnegativeFloat, orMemberOf: LearningRateSchedules.catalogue) { ConstantRate($0) },
      default: rate, help: "How far each step goes.")
  }
}
