import Diagnostics

/// Names of columns and classes with characters that turn the direction of text.
enum HiddenDirectionRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.computed(Load.self).compactMap { cell, _, draft in
      guard case .data(let data) = cell.signature.kind else { return nil }
      let columns = data.columns.map { $0.features + [$0.target] } ?? []
      guard let name = (columns + (data.classNames ?? [])).first(where: BidirectionalControl.occurs) else {
        return nil
      }
      return Diagnostic(advice: HiddenDirection(name: name), at: draft.place(of: "dataset"))
    }
  }
}

struct HiddenDirection: PracticeProblem {
  let name: String

  var practice: Practice { .hiddenDirection }

  var message: String {
    let controls = name.unicodeScalars.filter(BidirectionalControl.isOne).map(BidirectionalControl.name)
    return
      "the data has the name \"\(name)\", in which \(controls.first ?? "") is not seen and turns the direction of text"
  }

  var help: String? {
    "remove it from the file, since such a name may read otherwise than it is; the page shows a mark in its place; \(ifMeant)"
  }
}
