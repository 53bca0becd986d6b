/// The note that values lie outside the vertical axis that an author limited.
struct CutOffNote {
  let limits: ClosedRange<Double>
  let values: [Double]
  let wording: any Wording
  /// Returns a limit as the chart writes its values.
  let text: (Double) -> String

  /// The note; `nil` if all values are inside.
  var markup: Markup? {
    let isBelow = values.contains { $0 < limits.lowerBound }
    let isAbove = values.contains { $0 > limits.upperBound }
    guard isBelow || isAbove else { return nil }
    return .element("p", .class("note")) {
      wording.cutOff(
        below: isBelow ? text(limits.lowerBound) : nil, above: isAbove ? text(limits.upperBound) : nil)
    }
  }
}
