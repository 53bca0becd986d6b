import NotebookResults
import NotebookSyntax
import Writing

/// The view of a measure: its name, its formula with symbols and with numbers, and its value.
struct BinaryMeasureView {
  let measure: BinaryMeasure
  let outcomes: BinaryOutcomes
  let wording: any Wording

  var markup: Markup {
    .element("div") {
      Markup.element("dt") { wording.title(measure.label) }
      // A box that scrolls must be reachable by keyboard.
      Markup.element("dd", .class("measure-formula"), .when(isLong, Attribute("tabindex", 0))) {
        math { MathNode.identifier($0.symbol, isUpright: true) }
        " "
        math(behindEquals: true) { MathNode.number(NumberFormat.integer(outcomes[$0])) }
      }
      Markup.element("dd", .class("measure-value")) { value }
    }
  }

  private var isLong: Bool { measure.denominator.reduce(0) { $0 + outcomes[$1.outcome] } >= 100_000 }

  private var value: String {
    measure.value(of: outcomes).map { NumberFormat.percent($0, digits: 1) } ?? wording.dividedByZero
  }

  private func math(
    behindEquals: Bool = false, _ part: (BinaryOutcomes.Outcome) -> MathNode
  ) -> Markup {
    let fraction = MathNode.fraction(
      sum(measure.numerator, part), sum(measure.denominator, part), hasRule: true, .display)
    return .element("math") {
      MathML.row(behindEquals ? .row([.symbol("=", .relation), fraction]) : fraction)
    }
  }

  private func sum(_ terms: [BinaryMeasure.Term], _ part: (BinaryOutcomes.Outcome) -> MathNode) -> MathNode {
    var nodes: [MathNode] = []
    for (index, term) in terms.enumerated() {
      if index > 0 { nodes.append(.symbol("+", .binary)) }
      if term.factor != 1 { nodes += [.number(String(term.factor)), .symbol("·", .binary)] }
      nodes.append(part(term.outcome))
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
