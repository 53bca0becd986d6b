import Diagnostics
import Options

/// What good practice advises against: each is a warning that can be silenced where it stands, by its name or code.
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

  package var code: String {
    switch self {
    case .unusedParameter: "TB-G-101"
    case .unusedModel: "TB-G-102"
    case .unusedData: "TB-G-103"
    case .learningRate: "TB-G-105"
    case .unscaledInputs: "TB-G-106"
    case .sortedValidation: "TB-G-107"
    case .testSelection: "TB-G-108"
    case .singleSeed: "TB-G-109"
    case .typedMetric: "TB-G-110"
    case .trainingMetric: "TB-G-111"
    case .beyondData: "TB-G-112"
    case .uncomputed: "TB-G-113"
    case .hiddenDirection: "TB-G-114"
    case .unverifiedData: "TB-G-115"
    case .roundedNumbers: "TB-G-116"
    case .indexColumn: "TB-G-117"
    case .answerColumn: "TB-G-118"
    case .similarClasses: "TB-G-119"
    case .testIsTraining: "TB-G-120"
    case .unlikeScaling: "TB-G-121"
    }
  }

  /// Whether only results show whether there is something to warn of.
  package var isOfRun: Bool { self == .singleSeed || self == .typedMetric }

  package static let names = allCases.map(\.rawValue)

  /// By a name or a code.
  package init?(written: String) {
    let found = Self.allCases.first { written == $0.rawValue || written.uppercased() == $0.code }
    guard let found else { return nil }
    self = found
  }
}

/// Advice: the notebook makes sense and runs, and may still not show what it seems to.
protocol PracticeProblem: Problem {
  var practice: Practice { get }
}

extension PracticeProblem {
  package var code: String { practice.code }

  /// How a help ends that first says what to do about it.
  var ifMeant: String { "where it is meant, write `allow: \(practice.rawValue)` in the cell" }
}

extension Diagnostic {
  /// The one place where it is decided how much advice weighs.
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
