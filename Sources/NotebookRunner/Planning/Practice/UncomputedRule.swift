import Diagnostics
import NotebookSyntax

/// Cells that are not computed though others need them.
enum UncomputedRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.plan.cells.compactMap { cell in
      guard !cell.evaluates, let name = cell.name else { return nil }
      let users = review.plan.cells.filter { $0.evaluates && $0.inputs.contains(name) && $0.parent != name }
        .map { ($0.displayName, $0.cell.name?.range ?? $0.cell.directive.range) }
      let sentences = review.plan.document.inlineValues.filter { value in
        let paths = review.plan.inlineValues[value.range.start]?.expression.paths ?? []
        return paths.contains { $0.root == name }
      }.map { ("this value", $0.range) }
      let all = users + sentences
      guard !all.isEmpty else { return nil }
      let place = cell.cell.body["eval"]?.range ?? cell.cell.directive.range
      let notes = all.prefix(3).map { Diagnostic.Note("\($0.0) needs it", at: $0.1) }
      return Diagnostic(advice: Uncomputed(cell: name, users: all.count), at: place, notes: Array(notes))
    }
  }
}

struct Uncomputed: PracticeProblem {
  let cell: String
  let users: Int

  var practice: Practice { .uncomputed }

  var message: String {
    "\"\(cell)\" is not computed, and \(users == 1 ? "what needs it is" : "\(users) that need it are") left out with it"
  }

  var help: String? { "remove `eval: false`, or write it in what needs the cell too; \(ifMeant)" }
}
