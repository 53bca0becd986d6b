import Diagnostics

/// A problem for tests of how problems are shown.
enum SampleProblem: Problem {
  case wrong
  case advice

  var code: String { self == .wrong ? "TB-X-101" : "TB-X-102" }
  var message: String { self == .wrong ? "this is wrong" : "this could be better" }
  var help: String? { self == .wrong ? "write it right" : nil }
}

/// A problem that knows what was meant.
struct MistypedProblem: Problem {
  let correction: Correction?
  let code = "TB-X-103"
  let message = "this is mistyped"
  let help: String? = nil
}
