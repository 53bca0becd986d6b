import Datasets
import Diagnostics
import Options

/// Warns of limits and batches of more samples than there are.
enum BeyondDataRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.computed(Load.self).flatMap { limits($0, $1, $2) } + review.fits.compactMap { batch($1, $2) }
  }

  private static func limits(_ cell: PlannedCell, _ load: Load, _ draft: CellDraft) -> [Diagnostic] {
    guard case .data(let data) = cell.signature.kind else { return [] }
    let parts = [
      ("limit", load.preparation.limit, "training sample", data.trainingCount),
      ("test_limit", load.preparation.testLimit, "test sample", data.testCount),
    ]
    return parts.compactMap { option, limit, samples, count in
      // The limited count is less than the limit only if there never were that many samples.
      guard let limit, let count, limit > count else { return nil }
      let problem = BeyondData.limit(option, limit, of: cell.displayName, has: counted(count, samples))
      return advice(problem, at: option, in: draft)
    }
  }

  private static func batch(_ fit: FitSignature, _ draft: CellDraft) -> Diagnostic? {
    guard draft.body?["batch_size"] != nil, let count = fit.learnedCount, fit.batchSize > count
    else { return nil }
    let problem = BeyondData.batch(fit.batchSize, of: fit.dataCell, has: counted(count, "sample"))
    return advice(problem, at: "batch_size", in: draft)
  }

  private static func advice(_ problem: BeyondData, at option: String, in draft: CellDraft) -> Diagnostic {
    var advice = Diagnostic(advice: problem, at: draft.place(of: option))
    advice.explain(with: draft.uses)
    return advice
  }
}

enum BeyondData: PracticeProblem {
  case limit(String, Int, of: String, has: String)
  case batch(Int, of: String, has: String)

  var practice: Practice { .beyondData }
  static let reference = ProblemReference(
    "TB-G-112", "There are as many samples as a cell asks for",
    "A limit above the number of samples limits nothing, and a batch above it takes them all: the weights "
      + "are then updated once per epoch. Usually one zero too many was typed, or the data has become "
      + "smaller.",
    wrong: .fit("batch_size: 100000"), right: .fit("batch_size: 64"))

  var message: String {
    switch self {
    case .limit(let option, let limit, let data, let samples):
      "\"\(option)\" is \(limit), and \"\(data)\" has \(samples), so it limits nothing"
    case .batch(let size, let data, let samples):
      "\"batch_size\" is \(size), and \"\(data)\" has \(samples) to learn from, so each epoch is a single "
        + "step"
    }
  }

  var help: String? {
    switch self {
    case .limit: "leave it out to take them all; \(ifMeant)"
    case .batch: "take a smaller one; \(ifMeant)"
    }
  }
}
