import Diagnostics
import Options

/// A warning about poor practice, which can be silenced where it occurs, by its name or code.
///
/// A warning, its rule and its problem share one stem: `unscaled_inputs`, `UnscaledInputsRule`,
/// `UnscaledInputs`. A rule that gives several warnings has a stem for all of them: `Unused`, and `DataConcern`
/// for those about files of data.
package enum Practice: String, CaseIterable, Sendable {
  case unusedParameter = "unused_parameter"
  case unusedModel = "unused_model"
  case unusedData = "unused_data"
  case learningRate = "learning_rate"
  case unscaledInputs = "unscaled_inputs"
  case unlikeScaling = "unlike_scaling"
  case sortedValidation = "sorted_validation"
  case beyondData = "beyond_data"
  case uncomputed
  case hiddenDirection = "hidden_direction"
  case unverifiedData = "unverified_data"
  case roundedNumbers = "rounded_numbers"
  case indexColumn = "index_column"
  case answerColumn = "answer_column"
  case similarClasses = "similar_classes"
  case testIsTraining = "test_is_training"
  case testSelection = "test_selection"
  case trainingMetric = "training_metric"
  case singleSeed = "single_seed"
  case typedMetric = "typed_metric"

  /// The rule that a warning is about, defined next to its message.
  package var reference: ProblemReference {
    switch self {
    case .unusedParameter: Unused.parameter
    case .unusedModel: Unused.model
    case .unusedData: Unused.data
    case .learningRate: LearningRateProblem.reference
    case .unscaledInputs: UnscaledInputs.reference
    case .unlikeScaling: UnlikeScaling.reference
    case .sortedValidation: SortedValidation.reference
    case .beyondData: BeyondData.reference
    case .uncomputed: Uncomputed.reference
    case .hiddenDirection: HiddenDirection.reference
    case .unverifiedData: DataConcernProblem.unverifiedData
    case .roundedNumbers: DataConcernProblem.roundedNumbers
    case .indexColumn: DataConcernProblem.indexColumn
    case .answerColumn: DataConcernProblem.answerColumn
    case .similarClasses: DataConcernProblem.similarClasses
    case .testIsTraining: DataConcernProblem.testIsTraining
    case .testSelection: TestSelection.reference
    case .trainingMetric: TrainingMetric.reference
    case .singleSeed: SingleSeed.reference
    case .typedMetric: TypedMetric.reference
    }
  }

  package var code: String { reference.code }

  /// True if the warning can be given only once there are results.
  package var needsResults: Bool { RunAdvice.rules.contains { $0.practice == self } }

  package static let names = allCases.map(\.rawValue)

  /// Creates a practice from its name or code.
  package init?(written: String) {
    let found = Self.allCases.first { written == $0.rawValue || written.uppercased() == $0.code }
    guard let found else { return nil }
    self = found
  }
}

/// A warning about a notebook that makes sense and runs, but may not show what it seems to.
protocol PracticeProblem: Problem {
  var practice: Practice { get }
  var message: String { get }
  var help: String? { get }
}

extension PracticeProblem {
  package var record: ProblemRecord { ProblemRecord(of: practice.reference, message, help: help) }

  /// The end of a help text that first says what to do.
  var ifMeant: String { "if this is intended, write `allow: \(practice.rawValue)` in the cell" }
}

extension Diagnostic {
  /// The one place that decides the severity of such warnings.
  init(advice problem: some PracticeProblem, at range: SourceRange, notes: [Note] = []) {
    self.init(problem, at: range, severity: .warning, notes: notes)
  }
}

extension OptionKind where Value == Placed<Practice> {
  /// A warning, by its name or code.
  static let practice = OptionKind(
    form: .choice(Practice.names), placeholder: { Placed(.learningRate, at: .nowhere) }
  ) { value, name, findings in
    guard case .text(let text) = value.content else {
      findings.add(
        OptionProblem.wrongType(name, expected: .choice(Practice.names), found: value), at: value.range)
      return nil
    }
    guard let practice = Practice(written: text) else {
      findings.add(OptionProblem.notAmong(name, Practice.names, found: text), at: value.range)
      return nil
    }
    return (Placed(practice, at: value.range), OptionValue(.text(practice.rawValue)))
  }
}
