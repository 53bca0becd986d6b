import Diagnostics
import NotebookSyntax
import Options

/// Warns of parameters, models and data that nothing reads.
enum UnusedRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] { parameters(review) + cells(review) }

  private static func parameters(_ review: PracticeReview) -> [Diagnostic] {
    let read = Set(
      review.paths.filter { $0.root == NotebookParameters.root }.compactMap { path -> String? in
        if case .field(let name)? = path.steps.first?.step { name } else { nil }
      })
    let unread =
      review.plan.parameters.filter { !read.contains($0.name) } + review.drafts.flatMap(\.parameters)
    // A parameter whose name is rejected cannot be read.
    return unread.filter { Notation.isName($0.name) && !review.substituted.contains($0.nameRange) }.map {
      Diagnostic(advice: Unused.parameter($0.name), at: $0.nameRange)
    }
  }

  private static func cells(_ review: PracticeReview) -> [Diagnostic] {
    let plan = review.plan
    var read = Set(plan.cells.flatMap(\.inputs)).union(review.paths.map(\.root))
    read.formUnion(
      review.drafts.compactMap { draft in
        if case .text(let parent)? = draft.cell.body["from"]?.content { parent } else { nil }
      })
    var nearestData: String?
    for cell in plan.cells {
      switch cell.directive {
      case is Load: nearestData = cell.name
      case is DefineModel where !cell.isSet("data") && !cell.isSet("input_shape"):
        if let nearestData { read.insert(nearestData) }
      default: break
      }
    }
    return plan.cells.compactMap { cell in
      guard let name = cell.cell.name, cell.isComputed, !read.contains(name.value) else { return nil }
      switch cell.directive {
      case is Load:
        return Diagnostic(advice: Unused.data(name.value), at: name.range)
      case is DefineModel:
        return Diagnostic(advice: Unused.model(name.value), at: name.range)
      default: return nil
      }
    }
  }
}

extension PlannedCell {
  fileprivate func isSet(_ option: String) -> Bool { resolved.contains { $0.name == option } }
}

/// A warning that a notebook defines or computes something that nothing reads; the notebook still runs.
enum Unused: PracticeProblem {
  case parameter(String)
  case model(String)
  case data(String)

  var practice: Practice {
    switch self {
    case .parameter: .unusedParameter
    case .model: .unusedModel
    case .data: .unusedData
    }
  }

  static let parameter = ProblemReference(
    "TB-G-101", "A parameter is used somewhere",
    "Setting an unused parameter changes nothing.",
    wrong: .whole("---\nparams: {rounds: 5}\n---\n\nProse."),
    right: .whole("---\nparams: {rounds: 5}\n---\n\nIt takes {value}`params.rounds` rounds."))

  static let model = ProblemReference(
    "TB-G-102", "A model is trained or mentioned",
    "Usually a fit still names another model.",
    wrong: .cell(
      "{model} deep", "layers: [flatten, {dense: 30}, {dense: {units: 10, activation: softmax}}]"),
    right: .cell(
      "{model} deep", "layers: [flatten, {dense: 30}, {dense: {units: 10, activation: softmax}}]")
      + .fit(of: "deep"))

  static let data = ProblemReference(
    "TB-G-103", "Data that is loaded is used",
    "Loading takes time and memory, and a reader looks for its use.",
    wrong: .cell("{load} more", "dataset: digits\nscale: 1/255"),
    right: .cell("{load} more", "dataset: digits\nscale: 1/255")
      + .cell("{show}", "data: more\nwhat: images"))

  var message: String {
    switch self {
    case .parameter(let name): "nothing uses the parameter \"\(name)\", so setting it changes nothing"
    case .model(let name): "no fit trains the model \"\(name)\", and nothing else uses it"
    case .data(let name): "nothing uses the data \"\(name)\""
    }
  }

  var help: String? {
    switch self {
    case .parameter(let name): "use it as ${\(name)}, or remove it"
    case .model(let name): "train it with `model: \(name)` in a fit, or remove the cell"
    case .data(let name): "use it with `data: \(name)`, or remove the cell"
    }
  }
}
