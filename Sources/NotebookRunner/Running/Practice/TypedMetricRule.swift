import Diagnostics
import NotebookResults
import NotebookSyntax

/// Percentages typed into sentences about a fit that came to something else.
struct TypedMetricRule {
  let plan: Plan
  let values: [String: Value]

  var advice: [Diagnostic] {
    let results = results
    let ends = results.values.map(\.last.value)
    // A sentence may well compare: with what another came to, and by how much.
    let comparable = ends + ends.flatMap { one in ends.map { one - $0 }.filter { $0 > 0 } }
    return plan.document.paragraphs.flatMap { paragraph -> [Diagnostic] in
      let (names, areNamed) = subjects(of: paragraph, results)
      let subjects = names.compactMap { name in results[name].map { (name: name, last: $0.last) } }
      if subjects.isEmpty { return [] }
      let known = names.flatMap { results[$0]?.all ?? [] } + comparable
      let typed = TypedPercentage.all(in: paragraph.text).filter { typed in
        // A round figure is mostly about something else, and so is one that no fit is named beside.
        (typed.isOfMetric || typed.digits > 0 && areNamed) && !known.contains(where: typed.mayBe)
      }
      return typed.compactMap { typed in
        // Of several fits the one is meant that comes nearest: what was typed was true once.
        func distance(_ subject: (name: String, last: (field: String, value: Double))) -> Double {
          abs(subject.last.value * 100 - typed.percent)
        }
        guard let (name, subject) = subjects.min(by: { distance($0) < distance($1) }) else { return nil }
        let place = plan.document.source.firstRange(of: typed.written, in: paragraph.range) ?? paragraph.range
        return Diagnostic(
          advice: TypedMetric(
            written: typed.written, line: plan.document.source.location(of: place.start).line,
            path: "\(name).\(subject.field)", value: subject.value), at: place)
      }
    }
  }

  /// The cells that a paragraph names, or else the one right above it.
  private func subjects(
    of paragraph: Paragraph, _ results: [String: MeasuredShares]
  ) -> (names: [String], areNamed: Bool) {
    let read = paragraph.values.compactMap { plan.inlineValues[$0.range.start] }
      .flatMap(\.expression.paths).map(\.root)
    let codes = paragraph.codes.map { String($0.prefix { $0 != "." }) }
    let named = (codes + read).filter { results[$0] != nil }
    if !named.isEmpty { return (named, true) }
    let above = plan.cells.first { $0.cell.range == paragraph.cellAbove }?.name
    return ([above].compactMap(\.self).filter { results[$0] != nil }, false)
  }

  /// The accuracies of all fits and evaluations, by name.
  private var results: [String: MeasuredShares] {
    Dictionary(
      plan.cells.compactMap { cell in
        guard cell.directive is Fit || cell.directive is Evaluate, let name = cell.name,
          let result = values[name], let shares = MeasuredShares(result)
        else { return nil }
        return (name, shares)
      }
    ) { first, _ in first }
  }
}

/// The shares that a fit or an evaluation came to.
private struct MeasuredShares {
  /// The field and the value that stand for the whole.
  let last: (field: String, value: Double)
  let all: [Double]

  private static let fields = ["val_accuracy", "accuracy", "precision", "recall", "f1"]

  /// - Returns: `nil` where no accuracy was measured.
  init?(_ result: Value) {
    let found = Self.fields.compactMap { field in
      (result["history"]?[field] ?? result[field]).map { (field, $0.numbers) }
    }
    guard let (field, numbers) = found.first, let value = numbers.last, field.hasSuffix("accuracy") else {
      return nil
    }
    last = (field, value)
    // What is right says what is wrong.
    all = found.flatMap(\.1).flatMap { [$0, 1 - $0] }
  }
}

struct TypedMetric: PracticeProblem {
  let written: String
  let line: Int
  let path: String
  let value: Double

  var practice: Practice { .typedMetric }

  var message: String {
    "line \(line) says \(written), and \(path) is \(ValueFormat(.percent, digits: 1).text(value))"
  }

  var help: String? {
    "if that is meant, write {value}`\(path) | percent(1)` so that the sentence follows the run; if it is another figure, write "
      + "`<!-- allow: \(practice.rawValue) -->` in the paragraph"
  }
}

extension Value {
  /// All numbers within it.
  fileprivate var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .series(let numbers, _): numbers
    case .list(let values): values.flatMap(\.numbers)
    case .record(let fields): fields.flatMap(\.value.numbers)
    case .integer, .text, .flag, .unknown: []
    }
  }
}
