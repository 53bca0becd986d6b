import Diagnostics

/// A problem for tests of how problems are shown.
enum SampleProblem: Problem {
  case wrong
  case advice

  var record: ProblemRecord {
    switch self {
    case .wrong:
      ProblemRecord("TB-X-101", "this is wrong", help: "write it right", rule: "", reason: "")
    case .advice: ProblemRecord("TB-X-102", "this could be better", rule: "", reason: "")
    }
  }
}

/// A problem that knows what was meant.
struct MistypedProblem: Problem {
  let correction: Correction?

  var record: ProblemRecord {
    ProblemRecord("TB-X-103", "this is mistyped", correction: correction, rule: "", reason: "")
  }
}
