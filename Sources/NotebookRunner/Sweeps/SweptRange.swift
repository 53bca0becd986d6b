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

    /// The options of a range that it needs.
    var options: [String] {
      switch self {
      case .normal, .logNormal: ["mu", "sigma"]
      case .qUniform, .qLogUniformValues: ["min", "max", "q"]
      default: ["min", "max"]
      }
    }
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
      help: "How numbers are drawn between `min` and `max`; by default, `q_uniform` where there is a `q`, "
        + "`int_uniform` for whole numbers and `uniform` for others.")
    step = options.readIfPresent(
      "q", .number(.positiveFloat),
      help: "The step of `q_uniform` and `q_log_uniform_values`, which try its multiples.")
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
    let numbers = ["min": min?.number, "max": max?.number, "q": step, "mu": mu, "sigma": sigma]
      .compactMapValues(\.self)
    let whole = [min, max].compactMap { $0?.integer }
    let chosen =
      distribution
      ?? (mu != nil ? .normal : step != nil ? .qUniform : whole.count == 2 ? .intUniform : .uniform)
    if let unused = ["min", "max", "q", "mu", "sigma"].first(where: {
      numbers[$0] != nil && !chosen.options.contains($0)
    }) {
      findings.add(
        SweepProblem.unusedInRange(unused, of: chosen.rawValue, needs: chosen.options), at: entry.value.range)
      return nil
    }
    guard chosen.options.allSatisfy({ numbers[$0] != nil }) else {
      findings.add(SweepProblem.noRange(entry.key, needs: chosen.options), at: entry.value.range)
      return nil
    }
    func number(_ name: String) -> Double { numbers[name] ?? 0 }
    switch chosen {
    case .intUniform:
      guard whole.count == 2 else {
        findings.add(SweepProblem.notWhole(entry.key), at: entry.value.range)
        return nil
      }
      return .intUniform(min: whole[0], max: whole[1])
    case .uniform: return .uniform(min: number("min"), max: number("max"))
    case .qUniform: return .qUniform(min: number("min"), max: number("max"), q: number("q"))
    case .logUniformValues, .invLogUniformValues:
      return .logUniformValues(min: number("min"), max: number("max"))
    case .qLogUniformValues: return .qLogUniformValues(min: number("min"), max: number("max"), q: number("q"))
    case .complementLogUniformValues:
      return .complementLogUniformValues(min: number("min"), max: number("max"))
    case .normal: return .normal(mu: number("mu"), sigma: number("sigma"))
    case .logNormal: return .logNormal(mu: number("mu"), sigma: number("sigma"))
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
