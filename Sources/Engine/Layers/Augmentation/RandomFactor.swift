import Options

extension OptionKind where Value == ClosedRange<Double> {
  /// A number f for the range from −|f| to |f|, or the two ends of the range in either order.
  static func factor(_ interval: Interval = .within(-1...1)) -> OptionKind {
    let list = OptionKind<[Double]>.list(of: .number(interval))
    return OptionKind(form: list.form, placeholder: { 0...0 }) { value, name, findings in
      guard let numbers = list.read(value, name, &findings)?.value else { return nil }
      guard numbers.count <= 2 else {
        findings.add(OptionProblem.wrongLength(name, numbers.count, expected: 2), at: value.range)
        return nil
      }
      let ends = numbers.count == 2 ? numbers : [-numbers[0], numbers[0]]
      let range = min(ends[0], ends[1])...max(ends[0], ends[1])
      let canonical = [range.lowerBound, range.upperBound].map { OptionValue(.number($0)) }
      return (range, OptionValue(.list(canonical), at: value.range))
    }
  }
}
