import Diagnostics
import NotebookResults
import Options

/// The directive that checks the claims of a notebook.
package struct Expect: Directive {
  package static let name = "expect"
  package var captionKind: CaptionKind? { .neither }
  package var isQuick: Bool { true }
  package static let abstract = "Checks claims about results; a false one marks the page and fails the run."
  package static var example: NotebookExample {
    .cell("{expect}", "- fast.loss < fast.loss.first\n- fast.epochs == 3")
  }
  package static let listOption: String? = "claims"
  package static let acceptsMissingInputs = true

  private let claims: [OptionValue]

  /// The claims that can be parsed.
  var expressions: [Expression] {
    claims.compactMap(\.sourceText).compactMap { try? ExpressionParser.parse($0) }
  }

  /// Returns the claim at a place in the source.
  func expression(at range: Range<Int>) -> Expression? {
    claims.first { $0.range.start..<$0.range.end == range }
      .flatMap(\.sourceText).flatMap { try? ExpressionParser.parse($0) }
  }

  package init(_ options: inout OptionReader) {
    claims = options.read(
      "claims", .claims,
      help:
        "Claims, each true or false: `slow.val_accuracy > fast.val_accuracy + 5pp`; with `beyond seeds` "
        + "after it, a comparison holds if a paired t-test over the seeds of its fits supports it (5%, "
        + "five seeds or more)."
    )
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    let checked = claims.compactMap { claim -> CheckedExpression? in
      guard let text = claim.sourceText else {
        context.report(ExpressionProblem.claimIsNoText(found: claim), at: claim.range)
        return nil
      }
      guard let checked = context.expression(text) else { return nil }
      switch checked.type {
      case nil, .flag?: return checked
      default:
        context.report(ExpressionProblem.notAClaim, at: text.range)
        return nil
      }
    }
    guard !checked.isEmpty, checked.count == claims.count else { return nil }
    return CellSignature(.report, .record([.init("holds", .flag), .init("count", .number)]))
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let claims = try claims.compactMap(\.sourceText).map { text in
      // Planning has already parsed the same text.
      let expression = try ExpressionParser.parse(text)
      let evaluator = context.evaluator
      let inShares = Self.isInShares(text.text)
      let sides = evaluator.sides(of: expression, inShares: inShares)
      return Claim(
        line: context.line(of: text.range), range: text.range.start..<text.range.end,
        source: Self.onOneLine(text.text), verdict: verdict(on: expression, context), left: sides.left,
        right: sides.right, readings: evaluator.readings(of: expression, inShares: inShares))
    }
    return CellYield(
      value: .record([.init("holds", holds(claims)), .init("count", .integer(claims.count))]),
      outputs: [.claims(claims)], claims: claims)
  }

  /// Returns whether a claim is made in percent or in percentage points.
  private static func isInShares(_ claim: String) -> Bool {
    let bytes = Array(claim.utf8)
    return bytes.contains(UInt8(ascii: "%"))
      || bytes.indices.contains { index in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
          && bytes[(index + 1)...].prefix(2).elementsEqual("pp".utf8)
      }
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns false if a claim fails, true if all were checked and hold, and an unknown value otherwise.
  private func holds(_ claims: [Claim]) -> Value {
    if claims.contains(where: { $0.verdict == .fails }) { return .flag(false) }
    return claims.allSatisfy { $0.verdict == .holds } ? .flag(true) : .unknown
  }

  private func verdict(on expression: Expression, _ context: RunContext) -> Claim.Verdict {
    let names = expression.paths.map(\.root)
    if let missing = names.first(where: { context.unavailable.contains($0) }) {
      return .notChecked(.phrase(.notCheckedFailed, [missing]))
    }
    if let standIn = names.lazy.compactMap({ context.standIns[$0] }).first {
      return .notChecked(.phrase(.notCheckedFallback, [standIn]))
    }
    if let problem = expression.paths.lazy.compactMap(context.evaluator.problem).first?.problem,
      case .indexOutOfRange(_, let count, let series, _) = problem
    {
      return .notChecked(.phrase(.notCheckedShort, [series, String(count)]))
    }
    if let open = expression.paths.first(where: { context.evaluator.value(at: $0) == nil }) {
      return .notChecked(.phrase(.notCheckedFailed, [open.spelling]))
    }
    return context.evaluator.flag(of: expression) == true ? .holds : .fails
  }
}

extension OptionKind where Value == [OptionValue] {
  /// Claims as they were written. Planning parses them one by one, so that no error hides another.
  fileprivate static let claims = OptionKind(form: .list(.text), placeholder: { [] }) { value, _, findings in
    let claims = if case .list(let elements) = value.content { elements } else { [value] }
    if claims.isEmpty {
      findings.add(ExpressionProblem.noClaims, at: value.range)
      return nil
    }
    return (claims, OptionValue(.list(claims), at: value.range))
  }
}
