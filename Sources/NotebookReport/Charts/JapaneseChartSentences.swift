import NotebookResults
import Writing

extension Japanese {
  func onValidation(_ quantity: String) -> String { "検証\(quantity)" }
  func onTest(_ quantity: String) -> String { "評価\(quantity)" }

  func onLogarithmicAxis(_ quantity: String) -> String { "\(quantity)（対数目盛）" }

  func place(_ axis: String, _ value: String) -> String { axis + value }

  func chartTitle(quantity: String, along axis: String, runs: Int) -> String {
    "\(axis)ごとの\(quantity)" + (runs == 1 ? "" : "（\(runs)件の学習）")
  }

  func describe(_ reading: LineChartReading) -> String {
    let sentences = reading.leading.count == 1 ? one(reading) : several(reading)
    let earlier = reading.earlier.map { "変更前の学習（\($0.run)）は\(reading.text($0.last))で終わっています。" }
    return sentences.joined() + (earlier ?? "")
  }

  func describeBands(_ runs: Int?, haveDeviations: Bool) -> String {
    "帯のある線は\(runs.map { "シード\($0)個" } ?? "複数のシード")の平均で、帯はその最小から最大までを示します。"
      + (haveDeviations ? "帯の濃い部分は平均±標準偏差です。" : "")
  }

  func annotation(at place: String, _ text: String) -> String { "\(place)の注記：\(text)。" }

  func cutOff(below lowest: String?, above highest: String?) -> String {
    let sides = [lowest.map { "\($0)より小さい値" }, highest.map { "\($0)より大きい値" }].compactMap(\.self)
    return sides.joined(separator: "と") + "は、枠の外のため描いていません。"
  }

  func describe(_ reading: LayerChartReading) -> String {
    let quantity = text(reading.quantity)
    func ends(_ ends: LayerChartReading.Ends) -> String {
      guard reading.layerCount > 1 else { return NumberFormat.magnitude(ends.last) }
      return "第\(reading.layerCount)層で\(NumberFormat.magnitude(ends.last))、"
        + "第1層で\(NumberFormat.magnitude(ends.first))"
    }
    var sentences = ""
    if let before = reading.before {
      let theory = reading.predicted.map { "（理論による予測は\(NumberFormat.magnitude($0))）" } ?? ""
      sentences += "学習前の\(quantity)は\(ends(before))\(theory)です。"
    }
    if let after = reading.after { sentences += "学習後は\(ends(after))です。" }
    return sentences
  }

  private func one(_ reading: LineChartReading) -> [String] {
    guard let curve = reading.leading.first else { return [] }
    let subject = subject(reading, curve.role)
    guard let first = curve.first, let last = curve.last else {
      return [curve.breakdown.map { "\(subject)：\(at($0, reading))で学習が破綻しています。" } ?? "\(subject)：値がありません。"]
    }
    guard curve.count > 1 else {
      let place = curve.places.map { at($0.lowerBound, reading) + "で" } ?? "1\(text(reading.x.name))後"
      return ["\(place)の\(subject)は\(reading.text(last))です。"]
    }
    let reach = reach(of: [curve], reading)
    let start = reading.text(first, beside: [last])
    let end = reading.text(last, beside: [first])
    var sentence =
      switch reading.trend(of: curve) {
      case .rises: "\(subject)は\(reach)で\(start)から\(end)に上がります。"
      case .falls: "\(subject)は\(reach)で\(start)から\(end)に下がります。"
      case .stays: "\(subject)は\(reach)のあいだ\(reading.text(last))のままです。"
      }
    if let training = reading.companion?.last {
      sentence += "学習データでの最後の値は" + distance(training, from: last, in: reading)
    }
    var sentences = [sentence]
    if let best = curve.best, best.index != curve.count - 1, reading.trend(of: curve) != .stays {
      let value = reading.text(best.value, beside: [last])
      sentences.append("最良は\(at(best.place, reading))の\(value)です。")
    }
    return sentences
  }

  private func several(_ reading: LineChartReading) -> [String] {
    let ranking = reading.ranking
    let subject = reading.commonRole.map { self.subject(reading, $0) } ?? text(reading.quantity)
    var sentences = ["\(reading.leading.count)件の学習の\(subject)を比べます（\(reach(of: reading.leading, reading))）。"]
    let values = ranking.map(\.last)
    let parts = ranking.map { curve, last in
      "\(curve.run)（\(reading.text(last, beside: values.filter { $0 != last }))）"
    }
    if !parts.isEmpty {
      let order = reading.better == .lower ? "最後の値が低い順に、" : "最後の値が高い順に、"
      sentences.append(order + parts.joined(separator: "、") + "です。")
    }
    for curve in reading.leading {
      if let place = curve.breakdown {
        sentences.append("\(curve.run)の学習は\(at(place, reading))で破綻しています。")
      }
    }
    return sentences
  }

  private func at(_ place: Double, _ reading: LineChartReading) -> String {
    self.place(text(reading.x.name), reading.x.text(place))
  }

  /// Returns the number of places of curves, or the first and last place.
  private func reach(of curves: [LineChartReading.Curve], _ reading: LineChartReading) -> String {
    if let places = reading.places(of: curves) {
      return "\(at(places.lowerBound, reading))〜\(reading.x.text(places.upperBound))"
    }
    let counts = curves.map(\.count)
    let (fewest, most) = (counts.min() ?? 0, counts.max() ?? 0)
    return (fewest == most ? "\(most)" : "\(fewest)〜\(most)") + text(reading.x.name)
  }

  private func subject(_ reading: LineChartReading, _ role: LineChart.Role) -> String {
    role == .training ? "学習" + text(reading.quantity) : text(Words(reading.quantity, measuredOn: role))
  }

  private func distance(
    _ value: Double, from other: Double, in reading: LineChartReading
  ) -> String {
    let difference = value - other
    let amount: String
    switch reading.unit {
    case .fraction:
      let points = (abs(difference) * 100).rounded()
      guard points > 0 else { return "それとほぼ同じです。" }
      amount = "\(NumberFormat.fixed(points, digits: 0))ポイント"
    case .plain, .anySize:
      amount = NumberFormat.fixed(abs(difference), digits: 2)
      if amount == "0.00" { return "それとほぼ同じです。" }
    }
    return "それより\(amount)\(difference > 0 ? "高く" : "低く")なっています。"
  }
}
