import NotebookResults
import Writing

/// The view of a confusion matrix: counts and row shares, shaded by share, with a different colour on the diagonal.
struct ConfusionMatrixView {
  let matrix: ConfusionMatrix
  let context: ViewContext

  /// The number of the darkest shade in the style sheet; the lightest is 0.
  static let shades = 10

  private var classCount: Int { matrix.classes.count }

  var markup: Markup {
    let wording = context.wording
    return .element("div", .class("confusion-box"), context.anchor) {
      ScrollBox(label: wording.confusionTitle).markup {
        Markup.element("table", .class("confusion square")) {
          Markup.element("caption") { context.heading(wording.confusionTitle) }
          head
          Markup.element("tbody") {
            for truth in matrix.classes.indices { row(truth) }
          }
        }
      }
      Markup.element("div", .class("confusion-text")) {
        Markup.element("p", .class("reading")) {
          [context.alternativeText, wording.describe(ConfusionReading(matrix))]
            .compactMap(\.self).joined(separator: " ")
        }
        Markup.element("p", .class("note")) {
          Markup.element("span", .class("swatch right")) {}
          wording.rightMark
          Markup.element("span", .class("swatch")) {}
          wording.wrongMark
          Markup.element("span", .class("row-shares")) { wording.rowShares }
        }
      }
    }
  }

  private var head: Markup {
    let wording = context.wording
    return .element("thead") {
      Markup.element("tr") {
        Markup.element("td") {}
        Markup.element(
          "th", Attribute("scope", "colgroup"), Attribute("colspan", classCount), .class("axis-name")
        ) {
          wording.title(.predicted)
        }
      }
      Markup.element("tr") {
        Markup.element("th", Attribute("scope", "col"), .class("axis-name")) { wording.title(.actual) }
        for name in matrix.classes {
          Markup.element("th", Attribute("scope", "col")) { name }
        }
      }
    }
  }

  private func row(_ truth: Int) -> Markup {
    let counts = matrix.counts.indices.contains(truth) ? matrix.counts[truth] : []
    let sum = counts.reduce(0, +)
    return .element("tr") {
      Markup.element("th", Attribute("scope", "row")) { matrix.classes[truth] }
      for (prediction, count) in counts.enumerated() {
        cell(count, of: sum, isRight: prediction == truth)
      }
    }
  }

  private func cell(_ count: Int, of sum: Int, isRight: Bool) -> Markup {
    guard count > 0 else {
      return .element("td", .class(isRight ? "zero right" : "zero")) { "0" }
    }
    let share = Double(count) / Double(max(sum, 1))
    // Most mistakes are small shares; square roots make them distinguishable.
    let shade = max(1, Int((share.squareRoot() * Double(Self.shades)).rounded()))
    return .element("td", .class(isRight ? "right s" : "s", numbered: shade)) {
      NumberFormat.integer(count)
      Markup.element("small") { text(share) }
    }
  }

  /// Returns a share with two digits, never rounded up to the whole row.
  private func text(_ share: Double) -> String {
    let isNearlyAll = share < 1 && share >= 0.995
    if share < 0.0005 { return "<0.1%" }
    return NumberFormat.percent(
      isNearlyAll ? min(share, 0.999) : share, digits: isNearlyAll || share < 0.0995 ? 1 : 0)
  }
}
