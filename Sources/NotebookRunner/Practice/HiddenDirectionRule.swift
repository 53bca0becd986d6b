import Diagnostics

/// Warns of names of columns and classes with characters that change the direction of text.
enum HiddenDirectionRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.computed(Load.self).compactMap { cell, _, draft in
      guard case .data(let data) = cell.signature.kind else { return nil }
      let columns = data.columns.map { $0.features + [$0.target] } ?? []
      for name in columns + (data.classNames ?? []) {
        guard let control = BidirectionalControl.first(in: name) else { continue }
        return Diagnostic(
          advice: HiddenDirection(name: name, control: control), at: draft.place(of: "dataset"))
      }
      return nil
    }
  }
}

struct HiddenDirection: PracticeProblem {
  let name: String
  let control: Unicode.Scalar

  var practice: Practice { .hiddenDirection }
  static let reference = ProblemReference(
    "TB-G-114", "Names in data are shown in the order in which they are written",
    "Characters such as U+202E are invisible, and make the name of a column or class read as another. Hebrew "
      + "and Arabic need none: their letters have a direction of their own.")

  var message: String {
    "the data has the name \"\(name)\", in which \(BidirectionalControl.name(of: control)) is invisible and "
      + "changes the direction of text"
  }

  var help: String? {
    "remove it from the file, since such a name may not read as it is written; the page shows a mark in its "
      + "place; \(ifMeant)"
  }
}
