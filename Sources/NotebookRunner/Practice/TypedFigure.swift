/// A percentage that stands in a sentence, such as `97.8 %`, an accuracy such as `0.978`, or a loss.
struct TypedFigure {
  /// As it was typed, with its sign.
  let written: String
  let measure: TypedMeasure
  /// In percent where it is of a share.
  let number: Double
  /// How many digits of the number stand behind the point.
  let digits: Int
  /// Whether the sentence says what it is of, or that a fit came to it.
  let isOfMetric: Bool

  private static let metrics = [
    "accura", "precision", "recall", "f1", "正解率", "精度", "適合率", "再現率", "reach", "score", "achiev", "達",
  ]

  /// What a sentence speaks of that says nothing about a run.
  private static let suppositions = [
    "chance", "guess", "guesses", "guessing", "baseline", "baselines", "target", "targets", "goal", "would",
    "could",
  ]
  private static let japaneseSuppositions = ["偶然", "当てずっぽう", "あてずっぽう", "目標", "ベースライン"]

  /// - Parameter names: of cells, which are no other words.
  static func all(in text: String, names: Set<String>) -> [TypedFigure] {
    guard text.holdsDigits else { return [] }
    let suppositions = Set(suppositions).subtracting(names)
    return sentences(of: text).flatMap { sentence -> [TypedFigure] in
      guard sentence.holdsDigits else { return [] }
      let small = sentence.lowercased()
      let supposes =
        !suppositions.isDisjoint(with: small.words) || japaneseSuppositions.contains { small.contains($0) }
      if supposes { return [] }
      let isOfMetric = metrics.contains { small.contains($0) }
      let hasPercent = ["%", "％", "percent"].contains { small.contains($0) }
      return (hasPercent ? percentages(in: sentence, isOfMetric) : [])
        + (small.contains("accuracy") ? shares(in: sentence) : [])
        + (small.contains("loss") ? losses(in: sentence) : [])
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

  /// An accuracy that is typed as a share, right beside the word or behind what it is of.
  private static func shares(in sentence: Substring) -> [TypedFigure] {
    let pattern = /accuracy(?:\s+of\s+(?:\w+\s+){0,3}?|\s*)(?:of|is|was|to|at|=|:)\s+(0\.\d{2,6})(?![\d%])/
    let before = sentence.matches(of: pattern).map(\.output.1)
    let behind = sentence.matches(of: /(0\.\d{2,6})\s+(?:\w+\s+)?accuracy/).map(\.output.1)
    return (before + behind).compactMap { written in
      Double(written).map {
        TypedFigure(
          written: String(written), measure: .share, number: $0 * 100, digits: written.count - "0.00".count,
          isOfMetric: true)
      }
    }
  }

  /// A loss, right beside the word or behind what it is of.
  private static func losses(in sentence: Substring) -> [TypedFigure] {
    let pattern = /loss(?:\s+of\s+(?:\w+\s+){0,3}?|\s*)(?:of|is|was|to|at|=|:)\s+(\d+\.\d{2,6})(?![\d%])/
    let before = sentence.matches(of: pattern).map(\.output.1)
    let behind = sentence.matches(of: /(\d+\.\d{2,6})\s+(?:\w+\s+)?loss/).map(\.output.1)
    return (before + behind).compactMap { written in
      Double(written).map {
        TypedFigure(
          written: String(written), measure: .loss, number: $0,
          digits: written.split(separator: ".").last?.count ?? 0, isOfMetric: true)
      }
    }
  }

  /// Cut behind full stops, but for those within numbers.
  private static func sentences(of text: String) -> [Substring] {
    text.split(separator: /[.!?]\s+|[。！？]/)
  }

  /// Whether it is a result, as precisely as it was typed; cut off is as good as rounded.
  func mayBe(_ result: Double) -> Bool {
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    return distance(to: result) < unit - 1e-9
  }

  func distance(to result: Double) -> Double { abs(result * measure.scale - number) }
}

/// What a figure in a sentence may be of.
enum TypedMeasure: CaseIterable {
  case share, loss

  /// The fields of a fit that hold it, the one that stands for the whole first.
  var fields: [String] {
    switch self {
    case .share: ["val_accuracy", "accuracy", "precision", "recall", "f1"]
    case .loss: ["val_loss", "loss"]
    }
  }

  /// By what a result is multiplied where it is typed.
  var scale: Double { self == .share ? 100 : 1 }

  var format: (spelling: String, format: ValueFormat) {
    switch self {
    case .share: ("percent(1)", ValueFormat(.percent, digits: 1))
    case .loss: ("fixed(3)", ValueFormat(.fixed, digits: 3))
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
