import NotebookResults
import NotebookSyntax
import Writing

/// The view of a measure: its name, its formula with symbols, the numbers that are divided, and its value.
struct BinaryMeasureView {
  let measure: BinaryMeasure
  let outcomes: BinaryOutcomes
  let wording: any Wording

  var markup: Markup {
    .element("div") {
      Markup.element("dt") { wording.title(measure.label) }
      Markup.element("dd", .class("measure-formula")) {
        math { symbols($0) }
        " "
        math(behindEquals: true) { MathNode.number(NumberFormat.integer(outcomes.sum($0))) }
      }
      Markup.element("dd", .class("measure-value")) { value }
    }
  }

  private var value: String {
    measure.value(of: outcomes).map { NumberFormat.percent($0, digits: 1) } ?? wording.dividedByZero
  }

  private func math(
    behindEquals: Bool = false, _ part: ([BinaryMeasure.Term]) -> MathNode
  ) -> Markup {
    let fraction = MathNode.fraction(
      part(measure.numerator), part(measure.denominator), hasRule: true, .display)
    return .element("math") {
      MathML.row(behindEquals ? .row([.symbol("=", .relation), fraction]) : fraction)
    }
  }

  private func symbols(_ terms: [BinaryMeasure.Term]) -> MathNode {
    var nodes: [MathNode] = []
    for (index, term) in terms.enumerated() {
      if index > 0 { nodes.append(.symbol("+", .binary)) }
      if term.factor != 1 { nodes += [.number(String(term.factor)), .symbol("·", .binary)] }
      nodes.append(.identifier(term.outcome.symbol, isUpright: true))
    }
    return .row(nodes)
  }
}

extension BinaryMeasure {
  fileprivate var label: Label {
    switch self {
    case .accuracy: .accuracy
    case .precision: .precision
    case .recall: .recall
    case .f1: .f1Score
    }
  }
}
