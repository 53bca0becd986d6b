import Diagnostics

/// Checks the options of a parameter's declaration against its default and against each other.
struct ParameterDeclarationChecker {
  private(set) var options: OptionReader
  private let defaultValue: OptionValue
  /// The default's type, or `nil` if there is no valid default, which has been reported.
  private let type: ParameterType?
  /// True if a choice or bound is wrong, so that the default cannot be checked against it.
  private var isMistaken = false

  init(_ options: OptionReader, default value: OptionValue) {
    self.options = options
    defaultValue = value
    type = ParameterType(of: value)
  }

  mutating func interval(from lower: OptionValue?, to upper: OptionValue?) -> Interval {
    if let type, type != .integer, type != .number, let first = lower ?? upper {
      if type == .text, let number = defaultValue.unquotedNumber {
        options.report(
          OptionProblem.wrongType(
            "default", expected: .number(.any), found: OptionValue(.text(number), at: defaultValue.range)),
          at: defaultValue.range)
        return .any
      }
      report(.boundOfNoNumber(lower == nil ? "max" : "min", default: defaultValue), at: first)
      return .any
    }
    let (least, greatest) = (bound("min", lower), bound("max", upper))
    if let least, let greatest, least > greatest {
      report(.crossedBounds(min: least, max: greatest), at: upper)
      return .any
    }
    return Interval(
      lower: least.map { .closed($0) } ?? .none, upper: greatest.map { .closed($0) } ?? .none)
  }

  private mutating func bound(_ name: String, _ value: OptionValue?) -> Double? {
    guard type != nil, let value else { return nil }
    return typed(value, of: name)?.number
  }

  mutating func choices(_ written: [OptionValue], within interval: Interval) -> [OptionValue] {
    guard type != nil else { return [] }
    var choices: [OptionValue] = []
    var known: Set<OptionValue> = []
    for choice in written {
      guard let value = typed(choice, of: "choices") else { continue }
      if !known.insert(value).inserted {
        report(.repeatedChoice(value), at: choice)
        continue
      }
      if let number = value.number, !interval.contains(number) {
        options.report(OptionProblem.outOfRange("choices", interval, found: value), at: choice.range)
      }
      choices.append(value)
    }
    return choices
  }

  /// Checks the default; one that is both out of bounds and not among the choices is reported once.
  mutating func checkDefault(within interval: Interval, among choices: [OptionValue]) {
    if isMistaken { return }
    if let number = defaultValue.number, !interval.contains(number) {
      options.report(
        OptionProblem.outOfRange("default", interval, found: defaultValue), at: defaultValue.range)
    } else if !choices.isEmpty, !choices.contains(defaultValue) {
      options.report(
        OptionProblem.notAmong("default", choices.map(\.description), found: "\(defaultValue)"),
        at: defaultValue.range)
    }
  }

  private mutating func typed(_ value: OptionValue, of option: String) -> OptionValue? {
    if let typed = type?.value(of: value) { return typed }
    report(.unlikeDefault(option, default: defaultValue, found: value), at: value)
    return nil
  }

  private mutating func report(_ problem: ParameterDeclarationProblem, at value: OptionValue?) {
    isMistaken = true
    options.report(problem, at: value?.range ?? defaultValue.range)
  }
}

extension OptionValue {
  /// The text of a number in quotation marks; `nil` for anything else.
  fileprivate var unquotedNumber: String? {
    if case .text(let text) = content, Double(text) != nil { text } else { nil }
  }
}
