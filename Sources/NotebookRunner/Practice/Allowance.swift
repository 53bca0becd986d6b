import Diagnostics
import NotebookSyntax
import Options

/// A warning that the author has silenced in a part of the source.
package struct Allowance: Sendable {
  let practice: Practice
  /// The place where the author silenced it.
  let range: SourceRange
  /// The range of the source in which it is silenced.
  let scope: SourceRange
}

extension [Allowance] {
  /// Returns all warnings that cells and comments in prose silence.
  ///
  /// - Returns: the allowances and the problems with them.
  static func all(of document: Document, _ cells: [PlannedCell]) -> (allowances: Self, problems: [Diagnostic])
  {
    var allowances = cells.flatMap { cell in
      cell.allowed.map { Allowance(practice: $0.value, range: $0.range, scope: cell.cell.range) }
    }
    var problems: [Diagnostic] = []
    for comment in document.allowances {
      let written = comment.name
      if let practice = Practice(written: written.value) {
        allowances.append(Allowance(practice: practice, range: written.range, scope: comment.scope))
      } else {
        let problem = OptionProblem.notAmong("allow", Practice.names, found: written.value)
        problems.append(Diagnostic(problem, at: written.range))
      }
    }
    return (allowances, problems)
  }

  /// Returns the findings that are not silenced, and a warning for each allowance that was not needed.
  func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    let allowed = AllowedPlaces(self)
    let places = Dictionary(grouping: findings, by: \.code).mapValues { NestedRanges($0.map(\.range)) }
    return findings.filter { !allowed.include($0) }
      + filter { places[$0.practice.code]?.hasRange(within: $0.scope) != true }.map {
        Diagnostic(NeedlessAllowance(practice: $0.practice), at: $0.range, severity: .warning)
      }
  }
}

/// The parts of the source in which warnings are silenced.
struct AllowedPlaces {
  private let scopes: [String: NestedRanges]

  init(_ allowances: [Allowance]) {
    scopes = Dictionary(grouping: allowances, by: \.practice).reduce(into: [:]) { scopes, group in
      scopes[group.key.code] = NestedRanges(group.value.map(\.scope))
    }
  }

  /// Returns true if a finding is silenced.
  func include(_ finding: Diagnostic) -> Bool {
    scopes[finding.code]?.hasRange(around: finding.range) == true
  }
}

/// An allowance for a warning that would not have occurred.
struct NeedlessAllowance: Problem {
  let practice: Practice

  static let reference = NeedlessAllowance(practice: .learningRate).record.reference

  var record: ProblemRecord {
    ProblemRecord(
      "TB-G-104",
      "there is nothing here that \(practice.rawValue) would warn about, so allowing it does nothing",
      help: "remove it", rule: "`allow` silences a warning that would otherwise appear",
      reason: "Once its reason is gone, `allow` would silence the next warning at the same place.",
      wrong: .fit("epochs: 6\nallow: learning_rate"), right: .fit("epochs: 6"))
  }
}
