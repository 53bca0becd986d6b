import Diagnostics
import NotebookSyntax

/// Warns of cells that are not computed although others need them.
enum UncomputedRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    let users = Self.users(in: review.plan)
    return review.plan.cells.compactMap { cell in
      guard !cell.isComputed, let name = cell.name, let all = users[name] else { return nil }
      let place = cell.cell.body["eval"]?.range ?? cell.cell.directive.range
      let notes = all.prefix(3).map { Diagnostic.Note("\($0.0) needs it", at: $0.1) }
      return Diagnostic(advice: Uncomputed(cell: name, users: all.count), at: place, notes: Array(notes))
    }
  }

  /// Returns the computed cells and the values in prose that need each cell, with their places.
  private static func users(in plan: Plan) -> [String: [(name: String, place: SourceRange)]] {
    var users: [String: [(name: String, place: SourceRange)]] = [:]
    for cell in plan.cells where cell.isComputed {
      let place = cell.cell.name?.range ?? cell.cell.directive.range
      let described = cell.directive.describedCell
      for name in cell.inputs where name != cell.parent && name != described {
        users[name, default: []].append((cell.displayName, place))
      }
    }
    for value in plan.document.inlineValues {
      for name in Set(plan.inlineValues[value.range.start]?.expression.paths.map(\.root) ?? []) {
        users[name, default: []].append(("this value", value.range))
      }
    }
    return users
  }
}

struct Uncomputed: PracticeProblem {
  let cell: String
  let users: Int

  var practice: Practice { .uncomputed }
  static let reference = ProblemReference(
    "TB-G-113", "A cell that others need is computed",
    "A cell with `eval: false` has no results, so whatever uses it is left out, and claims about it fail.",
    wrong: .fit("eval: false") + .cell("{evaluate}", "fit: slow"),
    right: .fit("epochs: 4") + .cell("{evaluate}", "fit: slow"))

  var message: String {
    "\"\(cell)\" is not computed, and \(users == 1 ? "what needs it is" : "the \(users) that need it are") "
      + "left out with it"
  }

  var help: String? { "remove `eval: false`, or add it to what needs the cell too; \(ifMeant)" }
}
