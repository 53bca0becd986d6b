import Foundation
import NotebookResults

/// What is said of a notebook once it has run.
struct RunSummary {
  let path: String
  let outcome: NotebookOutcome
  /// Where the page was written; `nil` for standard output.
  let page: String?
  let seconds: Double

  private var claims: [Claim] {
    outcome.cells.flatMap { cell in
      cell.outputs.flatMap { output -> [Claim] in if case .claims(let claims) = output { claims } else { [] }
      }
    }
  }

  /// Whether no cell failed and no claim is false.
  var isWell: Bool {
    let anyFailed = outcome.cells.contains { if case .failed = $0.status { true } else { false } }
    return !anyFailed && !claims.contains { $0.verdict == .fails }
  }

  func print(isQuiet: Bool) {
    for cell in outcome.cells {
      let name = cell.name ?? cell.directive
      switch cell.status {
      case .ok: continue
      case .failed(let message, let help):
        Console.print("\(path):\(cell.line): error: \(name) failed: \(message)")
        if let help { Console.print("  = help: \(help)") }
      case .skipped(let reason):
        if let reason {
          Console.print("\(path):\(cell.line): \(name) was skipped because \(reason) has no result")
        }
      }
    }
    for claim in claims {
      switch claim.verdict {
      case .holds: continue
      case .fails:
        let sides = [claim.left, claim.right].compactMap(\.self).joined(separator: " against ")
        Console.print("\(path):\(claim.line): error: the claim is false: \(claim.source) (\(sides))")
      case .notChecked:
        if !isQuiet { Console.print("\(path):\(claim.line): not checked: \(claim.source)") }
      }
    }
    guard !isQuiet else { return }
    let holding = claims.count { $0.verdict == .holds }
    let claimText = claims.isEmpty ? "" : ", \(holding) of \(claims.count) claims hold"
    let time = String(format: "%.1f s", seconds)
    Console.print(
      "\(path): \(outcome.cells.count) cells\(claimText), \(time)" + (page.map { " → \($0)" } ?? ""))
  }
}
