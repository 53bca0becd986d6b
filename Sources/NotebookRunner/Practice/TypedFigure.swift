import Engine
import RegexBuilder

/// A percentage that stands in a sentence, such as `97.8 %`, or a value of a quantity beside its name, such as an
/// accuracy of `0.978`.
package struct TypedFigure {
  /// As it was typed, with its sign.
  package let written: String
  let measure: TypedMeasure
  /// In percent where it is of a share.
  let number: Double
  /// How many digits of the number stand behind the point.
  let digits: Int
  /// Whether the sentence says what it is of, or that a fit came to it.
  let isOfMetric: Bool

  /// What a sentence says of results, besides the names of quantities.
  private static let resultWords = [
    "accurate", "precision", "recall", "f1", "精度", "適合率", "再現率", "reach", "score", "achiev", "達",
  ]

  /// What a sentence speaks of that says nothing about a run.
  private static let suppositions = [
    "chance", "guess", "guesses", "guessing", "baseline", "baselines", "target", "targets", "goal", "would",
    "could",
  ]
  private static let japaneseSuppositions = ["偶然", "当てずっぽう", "あてずっぽう", "目標", "ベースライン"]

  /// - Parameters:
  ///   - names: of cells, which are no other words.
  ///   - quantities: those that the notebook measures.
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

  /// Values of a quantity, right beside its name or behind what it is of.
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

  /// Cut behind full stops, but for those within numbers.
  private static func sentences(of text: String) -> [Substring] {
    text.split(separator: /[.!?]\s+|[。！？]/)
  }

  /// Whether it is a result, as precisely as it was typed; cut off is as good as rounded.
  package func mayBe(_ result: Double) -> Bool {
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    return distance(to: result) < unit - 1e-9
  }

  func distance(to result: Double) -> Double { abs(result * measure.scale - number) }
}

/// What a figure in a sentence may be of.
enum TypedMeasure: Hashable {
  /// Of any share, for they are all typed in percent.
  case share
  case number(Quantity)

  init(_ quantity: Quantity) { self = quantity.unit == .share ? .share : .number(quantity) }

  /// By what a result is multiplied where it is typed.
  var scale: Double { self == .share ? 100 : 1 }

  var format: (spelling: String, format: ValueFormat) {
    switch self {
    case .share: ("percent(1)", ValueFormat(.percent, digits: 1))
    case .number: ("fixed(3)", ValueFormat(.fixed, digits: 3))
    }
  }
}

extension StringProtocol {
  /// Its words, names of cells as one.
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
