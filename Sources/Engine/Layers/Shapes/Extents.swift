import Options

extension OptionKind where Value == [Int] {
  /// An integer for each dimension of a window, such as `[3, 5]`, or a single one for all of them.
  static func extents(_ dimensions: Int, _ interval: Interval = .within(1...1000)) -> OptionKind {
    let list = OptionKind.list(of: .integer(interval))
    return OptionKind(form: list.form, placeholder: { Array(repeating: 1, count: dimensions) }) {
      value, name, findings in
      guard let reading = list.read(value, name, &findings) else { return nil }
      guard reading.value.count == 1 || reading.value.count == dimensions else {
        findings.add(
          OptionProblem.wrongLength(name, reading.value.count, expected: dimensions), at: value.range)
        return nil
      }
      let extents =
        reading.value.count == dimensions
        ? reading.value : Array(repeating: reading.value[0], count: dimensions)
      return (extents, OptionValue(.list(extents.map { OptionValue(.integer($0)) }), at: value.range))
    }
  }
}
