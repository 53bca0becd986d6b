import Diagnostics

/// A mark before a backtick that does not make an inline value.
struct StrayMark {
  enum Fault {
    /// `{valeu}`, or another name that was probably meant to be `{value}`.
    case misspelled(String)
    /// Two backticks with nothing between them.
    case empty
    case unclosed
  }

  let fault: Fault
  let range: SourceRange

  var diagnostic: Diagnostic {
    let problem: SyntaxProblem =
      switch fault {
      case .misspelled(let name): .misspelledValue(name)
      case .empty: .emptyValue
      case .unclosed: .unclosedValue
      }
    return Diagnostic(problem, at: range, severity: .warning)
  }
}

extension ValueScanner {
  /// Returns the mistake in the mark that ends where a run of backticks begins.
  ///
  /// - Parameter length: the length of the run, whose code span may or may not be closed.
  func strayMark(before run: Int, length: Int, isClosed: Bool, from start: Int) -> StrayMark? {
    guard run > start, bytes[run - 1] == UInt8(ascii: "}") else { return nil }
    let longest = max(start, run - 12)
    guard let brace = bytes[longest..<run].lastIndex(of: UInt8(ascii: "{")) else { return nil }
    let word = String(decoding: bytes[(brace + 1)..<(run - 1)], as: UTF8.self)
    let range = SourceRange(brace, run)
    if isClosed {
      guard word != "value", closestName(to: word, among: ["value"]) != nil else { return nil }
      return StrayMark(fault: .misspelled(word), range: range)
    }
    guard word == "value" else { return nil }
    return StrayMark(fault: length == 2 ? .empty : .unclosed, range: range)
  }
}
