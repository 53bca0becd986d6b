import NotebookResults
import Writing

extension English {
  func onValidation(_ quantity: String) -> String { "validation \(quantity)" }
  func onTest(_ quantity: String) -> String { "test \(quantity)" }

  func onLogarithmicAxis(_ quantity: String) -> String { "\(quantity) (logarithmic)" }

  func place(_ axis: String, _ value: String) -> String { "\(axis) \(value)" }

  func chartTitle(quantity: String, along axis: String, runs: Int) -> String {
    let subject = quantity.sentenceCased + " by \(axis)"
    return runs == 1 ? subject : subject + ", \(spelled(runs)) runs"
  }

  func describe(_ reading: LineChartReading) -> String {
    let sentences = reading.leading.count == 1 ? one(reading) : several(reading)
    let earlier = reading.earlier.map { "The run before, \($0.run), ends at \(reading.text($0.last))." }
    return (sentences + [earlier].compactMap(\.self)).joined(separator: " ")
  }

  func describeBands(_ runs: Int?, haveDeviations: Bool) -> String {
    "A line in a band is the mean of \(runs.map { spelled($0) } ?? "several") seeds, and the band reaches from the lowest to the highest"
      + (haveDeviations ? "; its dark part is one standard deviation to each side." : ".")
  }

  func annotation(at place: String, _ text: String) -> String { "Marked at \(place): \(text)." }

  func cutOff(below lowest: String?, above highest: String?) -> String {
    let sides = [lowest.map { "below \($0)" }, highest.map { "above \($0)" }].compactMap(\.self)
    return "Values \(sides.joined(separator: " or ")) are cut off at the frame."
  }

  func describe(_ reading: LayerChartReading) -> String {
    let quantity = text(reading.quantity)
    func ends(_ ends: LayerChartReading.Ends) -> String {
      guard reading.layerCount > 1 else { return NumberFormat.magnitude(ends.last) }
      return "\(NumberFormat.magnitude(ends.last)) in layer \(reading.layerCount) and "
        + "\(NumberFormat.magnitude(ends.first)) in layer 1"
    }
    var sentences: [String] = []
    if let before = reading.before {
      let theory = reading.predicted.map { "; theory predicts \(NumberFormat.magnitude($0)) there" } ?? ""
      sentences.append("Before training the \(quantity) is \(ends(before))\(theory).")
    }
    if let after = reading.after { sentences.append("After training it is \(ends(after)).") }
    return sentences.joined(separator: " ")
  }

  private func one(_ reading: LineChartReading) -> [String] {
    guard let curve = reading.leading.first else { return [] }
    let subject = subject(reading.quantity, curve.role).sentenceCased
    guard let first = curve.first, let last = curve.last else {
      let broken = curve.breakdown.map { "training breaks down \(at($0, reading))" } ?? "there are no values"
      return ["\(subject): \(broken)."]
    }
    guard curve.count > 1 else {
      let place = curve.places.map { at($0.lowerBound, reading) } ?? "after one \(text(reading.x.name))"
      return ["\(subject) is \(reading.text(last)) \(place)."]
    }
    let start = reading.text(first, beside: [last])
    let end = reading.text(last, beside: [first])
    let over = over([curve], reading)
    var sentence =
      switch reading.trend(of: curve) {
      case .rises: "\(subject) rises from \(start) to \(end) \(over)"
      case .falls: "\(subject) falls from \(start) to \(end) \(over)"
      case .stays: "\(subject) stays at \(reading.text(last)) \(over)"
      }
    if let training = reading.companion?.last {
      sentence += "; training ends " + distance(training, from: last, in: reading)
    }
    var sentences = [sentence + "."]
    if let best = curve.best, best.index != curve.count - 1, reading.trend(of: curve) != .stays {
      let value = reading.text(best.value, beside: [last])
      let preposition = reading.x.isWhole ? "at" : "with"
      sentences.append("It is best \(at(best.place, reading)), \(preposition) \(value).")
    }
    return sentences
  }

  private func subject(_ quantity: Words, _ role: LineChart.Role) -> String {
    role == .training ? "training \(text(quantity))" : text(Words(quantity, measuredOn: role))
  }

  private func several(_ reading: LineChartReading) -> [String] {
    let ranking = reading.ranking
    let quantity = text(reading.quantity)
    let subject = reading.commonRole.map { self.subject(reading.quantity, $0) } ?? quantity
    var sentences = [
      "\(subject) of \(spelled(reading.leading.count)) runs \(over(reading.leading, reading))."
        .sentenceCased
    ]
    let values = ranking.map(\.last)
    let parts = ranking.map { curve, last in
      "\(curve.run) at \(reading.text(last, beside: values.filter { $0 != last }))"
    }
    if parts.count > 1, let first = parts.first {
      let place = reading.better == .lower ? "lowest" : "highest"
      sentences.append(
        "The \(place) at the end is \(first), then \(parts.dropFirst().joined(separator: ", ")).")
    } else if let only = parts.first {
      sentences.append("Only one ends with a number, \(only).")
    }
    for curve in reading.leading {
      if let place = curve.breakdown {
        sentences.append("The training of \(curve.run) breaks down \(at(place, reading)).")
      }
    }
    return sentences
  }

  private func at(_ place: Double, _ reading: LineChartReading) -> String {
    (reading.x.isWhole ? "in " : "at ") + self.place(text(reading.x.name), reading.x.text(place))
  }

  /// Returns the number of places of curves, such as "over ten epochs", or the first and last place.
  private func over(_ curves: [LineChartReading.Curve], _ reading: LineChartReading) -> String {
    let axis = text(reading.x.name)
    if let places = reading.places(of: curves) {
      let first = place(axis, reading.x.text(places.lowerBound))
      return "between \(first) and \(reading.x.text(places.upperBound))"
    }
    let counts = curves.map(\.count)
    let (fewest, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let count = fewest == most ? spelled(most) : "\(spelled(fewest)) to \(spelled(most))"
    return "over \(count) \(axis)" + (most == 1 ? "" : "s")
  }

  private func distance(
    _ value: Double, from other: Double, in reading: LineChartReading
  ) -> String {
    let difference = value - other
    let side = difference > 0 ? "above" : "below"
    switch reading.unit {
    case .fraction:
      let points = (abs(difference) * 100).rounded()
      if points == 0 { return "level with it" }
      return "\(NumberFormat.fixed(points, digits: 0)) \(points == 1 ? "point" : "points") \(side) it"
    case .plain, .anySize:
      let text = NumberFormat.fixed(abs(difference), digits: 2)
      return text == "0.00" ? "level with it" : "\(text) \(side) it"
    }
  }

  private func spelled(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
  }
}
