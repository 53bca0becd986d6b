/// A percentage that stands in a sentence, such as `97.8 %`, or an accuracy such as `0.978`.
struct TypedPercentage {
  /// As it was typed, with its sign.
  let written: String
  let percent: Double
  /// How many digits of the percentage stand behind the point.
  let digits: Int
  /// Whether the sentence speaks of a measure that is given in percent.
  let isOfMetric: Bool

  private static let metrics = [
    "accura", "precision", "recall", "f1", "正解率", "精度", "適合率", "再現率",
  ]

  static func all(in text: String) -> [TypedPercentage] {
    guard text.utf8.contains(where: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return [] }
    return sentences(of: text).flatMap { sentence -> [TypedPercentage] in
      let small = sentence.lowercased()
      let isOfMetric = metrics.contains { small.contains($0) }
      let hasPercent = ["%", "％", "percent"].contains { small.contains($0) }
      return (hasPercent ? percentages(in: sentence, isOfMetric) : [])
        + (isOfMetric ? shares(in: sentence) : [])
    }
  }

  private static func percentages(in sentence: Substring, _ isOfMetric: Bool) -> [TypedPercentage] {
    let pattern = /(\d{1,3})(?:\.(\d+))?[\s\u{A0}\u{202F}]?(?:%|％|percent\b)(?!\s*-?\s*(?:point|ポイント))/
    return sentence.matches(of: pattern).compactMap { match in
      let fraction = match.output.2 ?? ""
      guard !sentence[..<match.range.lowerBound].endsInNumber,
        let percent = Double("\(match.output.1).\(fraction.isEmpty ? "0" : fraction)"), percent <= 100
      else { return nil }
      return TypedPercentage(
        written: String(match.output.0), percent: percent, digits: fraction.count, isOfMetric: isOfMetric)
    }
  }

  /// An accuracy that is typed as a share, right beside the word.
  private static func shares(in sentence: Substring) -> [TypedPercentage] {
    let before = sentence.matches(of: /accuracy\s+(?:of|is|was)\s+(0\.\d{2,6})(?!\d)/).map(\.output.1)
    let behind = sentence.matches(of: /(0\.\d{2,6})\s+(?:\w+\s+)?accuracy/).map(\.output.1)
    return (before + behind).compactMap { written in
      Double(written).map {
        TypedPercentage(
          written: String(written), percent: $0 * 100, digits: written.count - "0.00".count, isOfMetric: true)
      }
    }
  }

  /// Cut behind full stops, but for those within numbers.
  private static func sentences(of text: String) -> [Substring] {
    text.split(separator: /[.!?]\s+|[。！？]/)
  }

  /// Whether it is a share, as precisely as it was typed; cut off is as good as rounded.
  func mayBe(_ share: Double) -> Bool {
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    return abs(share * 100 - percent) < unit - 1e-9
  }
}

extension Substring {
  fileprivate var endsInNumber: Bool {
    last.map { $0.isNumber || $0 == "." || $0 == "," || $0 == "-" } ?? false
  }
}
