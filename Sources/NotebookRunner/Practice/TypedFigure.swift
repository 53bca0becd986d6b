import Engine
import RegexBuilder

/// A percentage in a sentence, such as `97.8%`, or a value next to the name of its quantity, such as an
/// accuracy of `0.978`.
package struct TypedFigure {
  /// The figure as it was typed, with its sign.
  package let written: String
  let measure: TypedMeasure
  /// The number, in percent if it is a share.
  let number: Double
  /// The number of digits after the decimal point.
  let digits: Int
  /// True if the sentence says that the figure is a metric or the result of a fit.
  let isOfMetric: Bool

  /// Words in sentences about results, besides the names of quantities.
  private static let resultWords = [
    "accurate", "precision", "recall", "f1", "精度", "適合率", "再現率", "reach", "score", "achiev", "達",
  ]

  /// Words in sentences that say nothing about a run.
  private static let suppositions = [
    "chance", "guess", "guesses", "guessing", "baseline", "baselines", "target", "targets", "goal", "would",
    "could",
  ]
  private static let japaneseSuppositions = ["偶然", "当てずっぽう", "あてずっぽう", "目標", "ベースライン"]

  /// - Parameters:
  ///   - names: the names of cells, which are not read as other words.
  ///   - quantities: the quantities that the notebook measures.
  package static func all(in text: String, names: Set<String>, quantities: [Quantity]) -> [TypedFigure] {
    guard text.holdsDigits else { return [] }
    let suppositions = Set(suppositions).subtracting(names)
    let shares = quantities.filter { $0.unit == .share }
    let metrics = resultWords + shares.flatMap { [$0.label.english, $0.label.japanese] }
    return sentences(of: text).flatMap { sentence -> [TypedFigure] in
      guard sentence.holdsDigits else { return [] }
      let small = sentence.lowercased()
      let supposes =
        !suppositions.isDisjoint(with: small.words) || japaneseSuppositions.contains { small.contains($0) }
      if supposes { return [] }
      let isOfMetric = metrics.contains { small.contains($0) }
      let hasPercent = ["%", "％", "percent"].contains { small.contains($0) }
      return (hasPercent ? percentages(in: sentence, isOfMetric) : [])
        + quantities.filter { small.contains($0.label.english) }.flatMap { values(of: $0, in: sentence) }
    }
  }

  private static func percentages(in sentence: Substring, _ isOfMetric: Bool) -> [TypedFigure] {
    let pattern = /(\d{1,3})(?:\.(\d+))?[\s\u{A0}\u{202F}]?(?:%|％|percent\b)(?!\s*-?\s*(?:point|ポイント))/
    return sentence.matches(of: pattern).compactMap { match in
      let fraction = match.output.2 ?? ""
      guard !sentence[..<match.range.lowerBound].endsInNumber,
        let percent = Double("\(match.output.1).\(fraction.isEmpty ? "0" : fraction)"), percent <= 100
      else { return nil }
      return TypedFigure(
        written: String(match.output.0), measure: .share, number: percent, digits: fraction.count,
        isOfMetric: isOfMetric)
    }
  }

  /// Returns values of a quantity that directly precede its name, or follow it after a few words.
  private static func values(of quantity: Quantity, in sentence: Substring) -> [TypedFigure] {
    let name = quantity.label.english
    let before = Regex {
      name
      /(?:\s+of\s+(?:\w+\s+){0,3}?|\s*)(?:of|is|was|to|at|=|:)\s+(\d+\.\d{2,6})(?![\d%])/
    }
    let behind = Regex {
      /(\d+\.\d{2,6})\s+(?:\w+\s+)?/
      name
    }
    let written = sentence.matches(of: before).map(\.output.1) + sentence.matches(of: behind).map(\.output.1)
    return written.compactMap { written in
      guard let number = Double(written) else { return nil }
      let digits = written.split(separator: ".").last?.count ?? 0
      if quantity.unit != .share {
        return TypedFigure(
          written: String(written), measure: .number(quantity), number: number, digits: digits,
          isOfMetric: true)
      }
      guard number < 1 else { return nil }
      return TypedFigure(
        written: String(written), measure: .share, number: number * 100, digits: digits - 2, isOfMetric: true)
    }
  }

  /// Splits text after full stops, except those within numbers.
  private static func sentences(of text: String) -> [Substring] {
    text.split(separator: /[.!?]\s+|[。！？]/)
  }

  /// Returns true if the figure equals a result to the typed precision, either rounded or truncated.
  package func mayBe(_ result: Double) -> Bool {
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    return distance(to: result) < unit - 1e-9
  }

  /// Returns true if the figure may be one of some results in ascending order.
  func mayBe(anyOf results: [Double]) -> Bool {
    var (low, high) = (0, results.count)
    while low < high {
      let middle = (low + high) / 2
      if results[middle] * measure.scale < number { low = middle + 1 } else { high = middle }
    }
    // The nearest results stand on both sides of the figure.
    return results[max(0, low - 1)..<min(results.count, low + 1)].contains(where: mayBe)
  }

  /// Returns true if the figure may be a positive difference between two results.
  ///
  /// - Parameter ends: the results in ascending order.
  func mayBeDifference(in ends: [Double]) -> Bool {
    var least = 0
    for end in ends {
      // Of the results below, the first whose difference is not too large; it moves on with the greater result.
      while least < ends.count, (end - ends[least]) * measure.scale > number, !mayBe(end - ends[least]) {
        least += 1
      }
      if least < ends.count, end > ends[least], mayBe(end - ends[least]) { return true }
    }
    return false
  }

  func distance(to result: Double) -> Double { abs(result * measure.scale - number) }
}

/// The kind of result that a figure in a sentence may be.
enum TypedMeasure: Hashable {
  /// Any share; all shares are typed in percent.
  case share
  case number(Quantity)

  init(_ quantity: Quantity) { self = quantity.unit == .share ? .share : .number(quantity) }

  /// The factor between a result and the typed number.
  var scale: Double { self == .share ? 100 : 1 }

  var format: (spelling: String, format: ValueFormat) {
    switch self {
    case .share: ("percent(1)", ValueFormat(.percent, digits: 1))
    case .number: ("fixed(3)", ValueFormat(.fixed, digits: 3))
    }
  }
}

extension StringProtocol {
  /// The words of the text; the name of a cell counts as one word.
  var words: [String] {
    split { (sign: Character) in !sign.isLetter && !sign.isNumber && sign != "_" }.map { String($0) }
  }
}

extension Substring {
  fileprivate var endsInNumber: Bool {
    last.map { $0.isNumber || $0 == "." || $0 == "," || $0 == "-" } ?? false
  }
}

extension StringProtocol {
  fileprivate var holdsDigits: Bool { utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}
