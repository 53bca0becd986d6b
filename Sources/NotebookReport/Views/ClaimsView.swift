import NotebookResults

/// The view of claims: how many hold, and each with its source, verdict and values. Those that hold are folded, and
/// so are those about data that a fallback replaced.
struct ClaimsView {
  let claims: [Claim]
  let context: ViewContext

  var markup: Markup {
    let held = claims.filter { $0.verdict == .holds }
    let ofReplacedData = claims.filter(\.isOfReplacedData)
    let others = claims.filter { $0.verdict != .holds && !$0.isOfReplacedData }
    return .element("div") {
      if !others.isEmpty { list(others) }
      if !held.isEmpty { fold(held, "held", "✓", context.wording.claimsHold(held.count, of: claims.count)) }
      if !ofReplacedData.isEmpty {
        let summary = context.wording.claimsNotChecked(ofReplacedData.count, of: claims.count)
        fold(ofReplacedData, "held unsure", "–", summary)
      }
    }
  }

  private func fold(_ claims: [Claim], _ style: StaticString, _ sign: String, _ summary: String) -> Markup {
    .element("details", .class(style)) {
      Markup.element("summary") {
        Markup.element("span", .class("verdict"), Attribute("aria-hidden", "true")) { sign }
        " "
        summary
      }
      list(claims)
    }
  }

  private func list(_ claims: [Claim]) -> Markup {
    .element("ul", .class("claims"), Attribute("role", "list")) {
      for claim in claims { item(claim) }
    }
  }

  private func item(_ claim: Claim) -> Markup {
    let (mark, word, tone) = verdict(claim)
    return .element("li", .class(tone)) {
      Markup.element("span", .class("verdict"), Attribute("aria-hidden", "true")) { mark }
      Markup.element("span", .class("claim")) {
        Markup.element("code") { claim.source }
        " "
        Markup.element("span", .class("verdict-word")) { word }
        values(claim)
      }
    }
  }

  /// Returns the values of both sides, or of all results that the claim reads.
  private func values(_ claim: Claim) -> Markup? {
    let wording = context.wording
    let sides = [(wording.leftSide, claim.left), (wording.rightSide, claim.right)].compactMap { name, value in
      value.map { (Markup.text(name), $0) }
    }
    let readings = claim.readings.map { reading in
      (
        reading.label.map { Markup.text(wording.word($0)) } ?? Markup.element("code") { reading.path },
        reading.value
      )
    }
    guard !(sides + readings).isEmpty else { return nil }
    return .element("span", .class("sides")) {
      for (index, value) in (sides + readings).enumerated() {
        if index > 0 { " · " }
        value.0
        " "
        Markup.element("b") { value.1 }
      }
    }
  }

  private func verdict(_ claim: Claim) -> (mark: String, word: Markup, tone: StaticString) {
    switch claim.verdict {
    case .holds: ("✓", .text(context.wording.claimHolds), "holds")
    case .fails: ("✗", .text(context.wording.claimFails), "fails")
    case .notChecked(let why): ("–", context.wording.markup(why), "unchecked")
    }
  }
}
