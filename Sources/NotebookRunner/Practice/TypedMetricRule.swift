import Diagnostics
import NotebookResults
import NotebookSyntax

/// Warns of accuracies and losses typed into sentences about a fit whose results differ.
struct TypedMetricRule: RunRule {
  static let practice = Practice.typedMetric

  private let plan: Plan
  private let values: [String: Value]
  /// The names of the cells by the places of the cells.
  private let names: [SourceRange: String]

  static func advice(on run: RunAdvice) -> [Diagnostic] { Self(run).advice }

  private init(_ run: RunAdvice) {
    plan = run.plan
    values = run.values
    names = Dictionary(
      plan.cells.compactMap { cell in cell.name.map { (cell.cell.range, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private var advice: [Diagnostic] {
    let names = Set(plan.cells.compactMap(\.name))
    let quantities = plan.cells.flatMap(\.signature.measured).map(\.quantity).withoutRepetition
    let figures = plan.document.paragraphs.map {
      (paragraph: $0, typed: TypedFigure.all(in: $0.text, names: names, quantities: quantities))
    }
    return quantities.map { TypedMeasure($0) }.withoutRepetition.flatMap { measure in
      advice(
        on: measure,
        figures.map { ($0.paragraph, $0.typed.filter { $0.measure == measure }) }.filter { !$0.1.isEmpty })
    }
  }

  private func advice(
    on measure: TypedMeasure, _ figures: [(paragraph: Paragraph, typed: [TypedFigure])]
  ) -> [Diagnostic] {
    if figures.isEmpty { return [] }
    let results = results(of: measure)
    // A sentence may also state another fit's result, or the difference between two.
    let ends = results.values.map(\.last.value).filter(\.isFinite).sorted()
    let all = results.values.flatMap(\.all).filter(\.isFinite).sorted()
    let spellings = Dictionary(grouping: results.keys) { $0.lowercased() }
    return figures.flatMap { paragraph, typed -> [Diagnostic] in
      let (names, areNamed) = subjects(of: paragraph, results, spellings)
      let subjects = names.compactMap { name in results[name].map { (name: name, last: $0.last) } }
      if subjects.isEmpty { return [] }
      // If the paragraph names no cell, any cell may be meant.
      let meant = areNamed ? names.flatMap { results[$0]?.all ?? [] }.filter(\.isFinite).sorted() : all
      let wrong = typed.filter { typed in
        // A round figure is usually about something else, and so is one in a paragraph that names no fit.
        (typed.isOfMetric || typed.digits > 0 && areNamed) && !typed.mayBe(anyOf: meant)
          && !typed.mayBe(anyOf: ends)
          && !typed.mayBeDifference(in: ends)
      }
      return wrong.compactMap { typed in
        // Of several fits, the one with the nearest result is meant, since the figure was once correct.
        let nearest = subjects.min { typed.distance(to: $0.last.value) < typed.distance(to: $1.last.value) }
        guard let (name, last) = nearest else { return nil }
        let place = plan.document.source.firstRange(of: typed.written, in: paragraph.range) ?? paragraph.range
        return Diagnostic(
          advice: TypedMetric(
            written: typed.written, line: plan.document.source.location(of: place.start).line,
            path: "\(name).\(last.field)", value: last.value, measure: measure,
            isNamed: areNamed), at: place)
      }
    }
  }

  /// Returns the cells that a paragraph names, as code, by a value or as a word; otherwise the one above.
  private func subjects(
    of paragraph: Paragraph, _ results: [String: Measured], _ spellings: [String: [String]]
  ) -> (names: [String], areNamed: Bool) {
    let read = paragraph.values.compactMap { plan.inlineValues[$0.range.start] }
      .flatMap(\.expression.paths).map(\.root)
    let codes = paragraph.codes.map { String($0.prefix { $0 != "." }) }
    let words = Set(paragraph.text.lowercased().words)
    let spoken = words.flatMap { spellings[$0] ?? [] }.sorted()
    let named = (codes + read + spoken).filter { results[$0] != nil }.withoutRepetition
    if !named.isEmpty { return (named, true) }
    let above = paragraph.cellAbove.flatMap { self.names[$0] }
    return ([above].compactMap(\.self).filter { results[$0] != nil }, false)
  }

  /// Returns the results of all fits and evaluations, by name.
  private func results(of measure: TypedMeasure) -> [String: Measured] {
    Dictionary(
      plan.cells.compactMap { cell in
        guard let name = cell.name, let value = values[name],
          let measured = Measured(measure, in: value, cell.signature)
        else { return nil }
        return (name, measured)
      }
    ) { first, _ in first }
  }
}

/// The results of a fit or an evaluation for one measure.
private struct Measured {
  /// The field and the value that represent the cell.
  let last: (field: String, value: Double)
  let all: [Double]

  /// - Returns: `nil` if there is no result of the measure.
  init?(_ measure: TypedMeasure, in value: Value, _ signature: CellSignature) {
    let found = signature.measured.filter { TypedMeasure($0.quantity) == measure }
    guard let first = found.first, let last = first.number(in: value) else { return nil }
    self.last = (first.name, last)
    let numbers = found.compactMap { $0.number(in: value) }
    // The share of right answers also determines the share of wrong ones.
    all =
      measure == .share
      ? (value.shares(as: signature.type) + numbers).flatMap { [$0, 1 - $0] }
      : found.flatMap { $0.values(in: value) } + numbers
  }
}

struct TypedMetric: PracticeProblem {
  let written: String
  let line: Int
  let path: String
  let value: Double
  let measure: TypedMeasure
  /// True if the paragraph names the cell that the path leads to.
  let isNamed: Bool

  var practice: Practice { .typedMetric }
  static let reference = ProblemReference(
    "TB-G-110", "A number in a sentence is read from the result",
    "A number that was typed stays the same when options, data or the seed change, and nobody notices. "
      + "Sentences about chance, a guess, a baseline, a target or a goal, or with would or could, are not "
      + "checked.",
    wrong: .text("`fast` gets 97.5% right."),
    right: .text("`fast` gets {value}`fast.val_accuracy | percent(1)` right."))

  var message: String {
    "line \(line) says \(written), and "
      + (isNamed ? "" : "no result of this notebook has that value; right above, ")
      + "\(path) is \(measure.format.format.text(value))"
  }

  var help: String? {
    "if that is the number, write {value}`\(path) | \(measure.format.spelling)` so that the sentence follows "
      + "the run; if it is another number, write `<!-- allow: \(practice.rawValue) -->` in the paragraph"
  }
}

extension Value {
  /// Returns all shares in a result of a type.
  fileprivate func shares(as type: ValueType) -> [Double] {
    if case .seeds(let each, _) = type { return mean.shares(as: each) }
    guard case .record(let fields) = type else { return [] }
    return fields.flatMap { field in
      guard let value = self[field.name] else { return [Double]() }
      return field.unit == .share ? value.numbers : value.shares(as: field.type)
    }
  }

  /// All numbers in the value.
  fileprivate var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .series(let series): series.values
    case .seeds: mean.numbers
    case .list(let values): values.flatMap(\.numbers)
    case .record(let fields): fields.flatMap(\.value.numbers)
    case .integer, .text, .flag, .unknown: []
    }
  }
}
