import NotebookResults
import Writing

/// The view of binary outcomes: a table of the four counts, and the measures as formulas with numbers.
struct BinaryOutcomesView {
  let outcomes: BinaryOutcomes
  let context: ViewContext

  private var wording: any Wording { context.wording }

  var markup: Markup {
    let title = wording.outcomesTitle(outcomes)
    return .element("div", .class("outcomes-box"), context.anchor) {
      ScrollBox(label: title).markup {
        Markup.element("table", .class("confusion outcomes")) {
          Markup.element("caption") { context.heading(title) }
          head
          Markup.element("tbody") {
            row(outcomes.positive, [.truePositive, .falseNegative])
            row(other, [.falsePositive, .trueNegative])
          }
        }
      }
      Markup.element("dl", .class("measures")) {
        for measure in BinaryMeasure.allCases {
          BinaryMeasureView(measure: measure, outcomes: outcomes, wording: wording).markup
        }
      }
      Markup.element("p", .class("reading")) {
        [context.alternativeText, wording.describe(outcomes)].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  private var other: String { outcomes.negative ?? wording.word(.otherClasses) }

  private var head: Markup {
    .element("thead") {
      Markup.element("tr") {
        Markup.element("td") {}
        Markup.element("th", Attribute("scope", "colgroup"), Attribute("colspan", 2), .class("axis-name")) {
          wording.title(.predicted)
        }
      }
      Markup.element("tr") {
        Markup.element("th", Attribute("scope", "col"), .class("axis-name")) { wording.title(.actual) }
        Markup.element("th", Attribute("scope", "col")) { outcomes.positive }
        Markup.element("th", Attribute("scope", "col")) { other }
      }
    }
  }

  private func row(_ name: String, _ row: [BinaryOutcomes.Outcome]) -> Markup {
    .element("tr") {
      Markup.element("th", Attribute("scope", "row")) { name }
      for outcome in row {
        Markup.element("td", .class(outcome.isRight ? "right s3" : "s3")) {
          Markup.element("b") { NumberFormat.integer(outcomes[outcome]) }
          Markup.element("small") { wording.word(outcome.label) + wording.inBrackets(outcome.symbol) }
        }
      }
    }
  }
}

extension BinaryOutcomes.Outcome {
  fileprivate var isRight: Bool { self == .truePositive || self == .trueNegative }

  fileprivate var label: Label {
    switch self {
    case .truePositive: .truePositives
    case .falseNegative: .falseNegatives
    case .falsePositive: .falsePositives
    case .trueNegative: .trueNegatives
    }
  }

  /// The symbols, which are the same in every language.
  var symbol: String {
    switch self {
    case .truePositive: "TP"
    case .falseNegative: "FN"
    case .falsePositive: "FP"
    case .trueNegative: "TN"
    }
  }
}

extension English {
  func outcomesTitle(_ outcomes: BinaryOutcomes) -> String {
    "\(outcomes.positive) against \(outcomes.negative ?? "all others")"
  }

  func describe(_ outcomes: BinaryOutcomes) -> String {
    let found = outcomes[.truePositive]
    let samples = outcomes.positiveCount
    let answers = outcomes.predictedPositiveCount
    let text = NumberFormat.integer
    let recall =
      samples == 0
      ? "No sample is of the class \(outcomes.positive)."
      : "Of \(text(samples)) samples of the class \(outcomes.positive), \(text(found)) "
        + "\(found == 1 ? "was" : "were") found."
    let precision =
      answers == 0
      ? "None was called \(outcomes.positive)."
      : "Of the \(text(answers)) called \(outcomes.positive), \(text(found)) \(found == 1 ? "is" : "are") correct."
    return "\(recall) \(precision)"
  }
}

extension Japanese {
  func outcomesTitle(_ outcomes: BinaryOutcomes) -> String {
    "\(outcomes.positive)か、\(outcomes.negative ?? "それ以外")か"
  }

  func describe(_ outcomes: BinaryOutcomes) -> String {
    let found = outcomes[.truePositive]
    let samples = outcomes.positiveCount
    let answers = outcomes.predictedPositiveCount
    let text = NumberFormat.integer
    let recall =
      samples == 0
      ? "\(outcomes.positive)のサンプルはありません。"
      : "正解が\(outcomes.positive)の\(text(samples))件のうち、見つけたのは\(text(found))件です。"
    let precision =
      answers == 0
      ? "\(outcomes.positive)という答えはありません。"
      : "\(outcomes.positive)と答えた\(text(answers))件のうち、正しいのは\(text(found))件です。"
    return recall + precision
  }
}
