import NotebookResults
import Writing

extension English {
  func onValidation(_ quantity: String) -> String { "validation \(quantity)" }

  func onLogarithmicAxis(_ quantity: String) -> String { "\(quantity) (logarithmic)" }

  func chartTitle(quantity: String, runs: Int) -> String {
    let subject = quantity.sentenceCased + " by epoch"
    return runs == 1 ? subject : subject + ", \(spelled(runs)) runs"
  }

  func describe(_ reading: LineChartReading) -> String {
    let sentences = reading.leading.count == 1 ? one(reading) : several(reading)
    return sentences.joined(separator: " ")
  }

  func describeBands(_ runs: Int?) -> String {
    "A line in a band is the mean of \(runs.map { spelled($0) } ?? "several") seeds, and the band reaches from the lowest to the highest."
  }

  func layerChartTitle(quantity: String) -> String { quantity.sentenceCased + " by layer" }

  func describe(_ reading: LayerChartReading) -> String {
    let quantity = text(reading.quantity)
    func ends(_ ends: LayerChartReading.Ends) -> String {
      "\(NumberFormat.magnitude(ends.last)) in layer \(reading.layerCount) and "
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
    let quantity = text(reading.quantity)
    let subject = (curve.role == .validation ? onValidation(quantity) : "training \(quantity)").sentenceCased
    guard let first = curve.first, let last = curve.last else {
      let broken = curve.breakdown.map { "training breaks down in epoch \($0)" } ?? "there are no values"
      return ["\(subject): \(broken)."]
    }
    guard curve.epochs > 1 else {
      return ["\(subject) is \(reading.text(last)) after one epoch."]
    }
    let start = reading.text(first, beside: [last])
    let end = reading.text(last, beside: [first])
    let over = "over \(spelled(curve.epochs)) epochs"
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
    if let best = curve.best, best.epoch != curve.epochs, reading.trend(of: curve) != .stays {
      let value = reading.text(best.value, beside: [last])
      sentences.append("It is best in epoch \(best.epoch), at \(value).")
    }
    return sentences
  }

  private func several(_ reading: LineChartReading) -> [String] {
    let ranking = reading.ranking
    let epochs = reading.leading.map(\.epochs)
    let (fewest, most) = (epochs.min() ?? 0, epochs.max() ?? 0)
    let span = fewest == most ? spelled(most) : "\(spelled(fewest)) to \(spelled(most))"
    let quantity = text(reading.quantity)
    let subject = reading.leading.allSatisfy { $0.role == .validation } ? onValidation(quantity) : quantity
    var sentences = [
      "\(subject) of \(spelled(reading.leading.count)) runs over \(span) epochs."
        .sentenceCased
    ]
    let values = ranking.map(\.last)
    let parts = ranking.map { curve, last in
      "\(curve.run) at \(reading.text(last, beside: values.filter { $0 != last }))"
    }
    if parts.count > 1, let first = parts.first {
      let place = reading.better == .higher ? "highest" : "lowest"
      sentences.append(
        "The \(place) at the end is \(first), then \(parts.dropFirst().joined(separator: ", ")).")
    } else if let only = parts.first {
      sentences.append("Only one ends with a number, \(only).")
    }
    for curve in reading.leading {
      if let epoch = curve.breakdown {
        sentences.append("The training of \(curve.run) breaks down in epoch \(epoch).")
      }
    }
    return sentences
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
    case .plain:
      let text = NumberFormat.fixed(abs(difference), digits: 2)
      return text == "0.00" ? "level with it" : "\(text) \(side) it"
    }
  }

  private func spelled(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
  }
}

extension LineChartReading {
  func trend(of curve: Curve) -> Trend { curve.trend(unit) }
}
