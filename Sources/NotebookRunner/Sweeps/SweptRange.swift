import Diagnostics
import Options
import Tuning

/// The values of a setting as a mapping: `values`, or a range with a distribution, under Weights & Biases' names.
struct SweptRange: Sendable {
  enum Distribution: String, CaseIterable, Sendable {
    case uniform
    case intUniform = "int_uniform"
    case qUniform = "q_uniform"
    case logUniformValues = "log_uniform_values"
    case qLogUniformValues = "q_log_uniform_values"
    case invLogUniformValues = "inv_log_uniform_values"
    case complementLogUniformValues = "complement_log_uniform_values"
    case normal
    case logNormal = "log_normal"
  }

  static let form = OptionForm.group { OptionReader.describe("parameters") { _ = SweptRange(&$0) } }

  private let choices: [OptionValue]?
  private let min: OptionValue?
  private let max: OptionValue?
  private let distribution: Distribution?
  private let step: Double?
  private let mu: Double?
  private let sigma: Double?
  let role: SweepResults.Parameter.Role?

  init(_ options: inout OptionReader) {
    choices = options.readIfPresent("values", .choices, help: "The values to try.")
    min = options.readIfPresent("min", .scalar, help: "The smallest number.")
    max = options.readIfPresent("max", .scalar, help: "The greatest number.")
    distribution = options.readIfPresent(
      "distribution", .choice(of: Distribution.self),
      help: "How numbers are drawn between `min` and `max`; by default, `int_uniform` for whole numbers and "
        + "`uniform` for others.")
    step = options.readIfPresent(
      "q", .number(.positiveFloat), help: "The step of `q_uniform` and `q_log_uniform_values`.")
    mu = options.readIfPresent("mu", .number(), help: "The mean of a normal distribution.")
    sigma = options.readIfPresent(
      "sigma", .number(.positiveFloat), help: "The standard deviation of a normal distribution.")
    role = options.readIfPresent(
      "role", .choice(of: SweepResults.Parameter.Role.self),
      help:
        "The setting's role: `scientific` is the one in question, and for each of its values the best of the "
        + "`nuisance` ones is taken; `fixed` is neither.")
  }

  /// Returns the values; `nil` after reporting what is missing or contradicts itself.
  func values(of entry: OptionValue.Entry, _ findings: inout OptionFindings) -> SweptParameter.Values? {
    if let choices {
      return SweptParameter.checked(choices, of: entry, &findings).map { .choices($0) }
    }
    guard let domain = domain(of: entry, &findings) else { return nil }
    if let problem = domain.problem {
      findings.add(SweepProblem.domain(entry.key, problem), at: entry.value.range)
      return nil
    }
    return .numbers(domain)
  }

  private func domain(of entry: OptionValue.Entry, _ findings: inout OptionFindings) -> SearchDomain? {
    if distribution == .normal || distribution == .logNormal || mu != nil {
      guard let mu, let sigma else {
        findings.add(SweepProblem.noRange(entry.key, needs: ["mu", "sigma"]), at: entry.value.range)
        return nil
      }
      return distribution == .logNormal ? .logNormal(mu: mu, sigma: sigma) : .normal(mu: mu, sigma: sigma)
    }
    guard let low = min?.number, let high = max?.number else {
      findings.add(SweepProblem.noRange(entry.key, needs: ["min", "max"]), at: entry.value.range)
      return nil
    }
    let whole = [min, max].compactMap { $0?.integer }
    let chosen = distribution ?? (whole.count == 2 ? .intUniform : .uniform)
    if step == nil, chosen == .qUniform || chosen == .qLogUniformValues {
      findings.add(SweepProblem.noRange(entry.key, needs: ["q"]), at: entry.value.range)
      return nil
    }
    switch chosen {
    case .intUniform:
      guard whole.count == 2 else {
        findings.add(SweepProblem.notWhole(entry.key), at: entry.value.range)
        return nil
      }
      return .intUniform(min: whole[0], max: whole[1])
    case .qUniform: return .qUniform(min: low, max: high, q: step ?? 1)
    case .logUniformValues, .invLogUniformValues: return .logUniformValues(min: low, max: high)
    case .qLogUniformValues: return .qLogUniformValues(min: low, max: high, q: step ?? 1)
    case .complementLogUniformValues: return .complementLogUniformValues(min: low, max: high)
    case .uniform, .normal, .logNormal: return .uniform(min: low, max: high)
    }
  }
}

extension OptionKind where Value == [OptionValue] {
  /// A list of values of any kind, as they are written.
  fileprivate static let choices = OptionKind(form: .list(.scalar), placeholder: { [] }) {
    value, name, findings in
    guard case .list(let choices) = value.content else {
      findings.add(OptionProblem.wrongType(name, expected: .list(.scalar), found: value), at: value.range)
      return nil
    }
    return (choices, value)
  }
}

extension OptionValue {
  /// The number; `nil` if the value is none.
  var number: Double? {
    switch content {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }
}
