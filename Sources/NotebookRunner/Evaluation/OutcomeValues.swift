import NotebookResults

/// The four outcomes and their measures in expressions. Zero divided by zero is 0, as in scikit-learn.
enum OutcomeValues {
  static let name = "outcomes"

  static let type = ValueType.record(
    (BinaryOutcomes.Outcome.allCases.map(field) + BinaryMeasure.allCases.map(field)).map {
      .init($0, .number)
    })

  static func field(_ outcomes: BinaryOutcomes) -> Value.Field {
    let counts = BinaryOutcomes.Outcome.allCases.map {
      Value.Field(field($0), .integer(outcomes[$0]))
    }
    let measures = BinaryMeasure.allCases.map {
      Value.Field(field($0), .number($0.value(of: outcomes) ?? 0))
    }
    return Value.Field(name, .record(counts + measures))
  }

  private static func field(_ outcome: BinaryOutcomes.Outcome) -> String {
    switch outcome {
    case .truePositive: "true_positives"
    case .falseNegative: "false_negatives"
    case .falsePositive: "false_positives"
    case .trueNegative: "true_negatives"
    }
  }

  private static func field(_ measure: BinaryMeasure) -> String {
    switch measure {
    case .accuracy: "accuracy"
    case .precision: "precision"
    case .recall: "recall"
    case .f1: "f1"
    }
  }
}
