import Diagnostics
import Options

/// What can be wrong with an expression.
package enum ExpressionProblem: Problem, Error {
  case empty
  case unexpected(String, expected: String)
  case unclosedText
  case unknownFormat(String)
  case formatArgument(ValueFormat.Name, found: String)
  case unknownName(String, known: [String], isInCell: Bool)
  case laterName(String)
  case unknownField(String, of: String, known: [String])
  case notIndexable(String)
  case indexOutOfRange(Int, count: Int, of: String, isSeries: Bool)
  case noScalar(String, known: [String])
  case wrongOperand(String, needs: String, found: String)
  case reversedRange
  case notAClaim
  case noClaims
  case claimIsNoText(found: OptionValue)
  /// A comparison as it is written elsewhere.
  case misspelledSign(String, meant: String)
  case chainedComparison
  case unknownFunction(String)
  case noFormat
  case beyondShare(String, Double)
  case divisionByZero
  case unlikeUnits(share: String, other: String)
  case tooManyOperations(limit: Int)

  package var code: String {
    switch self {
    case .empty: "TB-X-101"
    case .unexpected: "TB-X-102"
    case .unclosedText: "TB-X-103"
    case .unknownFormat: "TB-X-104"
    case .formatArgument: "TB-X-105"
    case .unknownName: "TB-X-106"
    case .unknownField: "TB-X-107"
    case .notIndexable: "TB-X-108"
    case .indexOutOfRange: "TB-X-109"
    case .noScalar: "TB-X-110"
    case .wrongOperand: "TB-X-111"
    case .notAClaim: "TB-X-112"
    case .laterName: "TB-X-113"
    case .noClaims: "TB-X-114"
    case .reversedRange: "TB-X-116"
    case .claimIsNoText: "TB-X-115"
    case .misspelledSign: "TB-X-117"
    case .chainedComparison: "TB-X-118"
    case .unknownFunction: "TB-X-119"
    case .noFormat: "TB-X-120"
    case .beyondShare: "TB-X-121"
    case .divisionByZero: "TB-X-122"
    case .unlikeUnits: "TB-X-123"
    case .tooManyOperations: "TB-X-124"
    }
  }

  package var message: String {
    switch self {
    case .empty: "an expression must stand here"
    case .unexpected(let found, let expected): "expected \(expected), not \(found)"
    case .unclosedText: "a text must end with the quote it began with"
    case .unknownFormat(let name):
      "there is no format \"\(name)\"" + didYouMean(name, Self.formats)
    case .formatArgument(let name, let found):
      "\(name.rawValue) takes the number of digits after the point, 0 to 17, not \(found)"
    case .unknownName(let name, let known, let isInCell):
      "no cell \(isInCell ? "above " : "")is named \"\(name)\"" + didYouMean(name, known)
    case .laterName(let name):
      "\"\(name)\" stands further down, and a cell may use only what stands above it"
    case .unknownField(let name, NotebookParameters.root, let known):
      "there is no parameter \"\(name)\"" + didYouMean(name, known)
    case .unknownField(let field, let owner, let known):
      // What could be recorded is meant, and no other result that happens to be called nearly so.
      "\(owner) has no result \"\(field)\""
        + (UnrecordedResult.remedy(for: field, known: known) == nil ? didYouMean(field, known) : "")
    case .notIndexable(let path): "\(path) is a single value and takes no index"
    case .indexOutOfRange(let index, let count, let path, _):
      "\(path) has \(counted(count, "value")), numbered from 0, so there is no [\(index)]"
    case .noScalar(let path, _): "\(path) is no single value"
    case .wrongOperand(let symbol, let needs, let found): "\(symbol) needs \(needs), not \(found)"
    case .reversedRange: "the range ends below its beginning, so that nothing lies within it"
    case .notAClaim: "a claim must be true or false"
    case .noClaims: "there are no claims to check"
    case .claimIsNoText(let found): "a claim must be an expression, not \(found.kindName)"
    case .misspelledSign("=", let meant):
      "two equals signs compare, and one does nothing; did you mean \"\(meant)\"?"
    case .misspelledSign(let sign, let meant): "there is no sign \"\(sign)\"; did you mean \"\(meant)\"?"
    case .chainedComparison: "a comparison has two sides, and this is a third"
    case .unknownFunction(let name): "there is no function \"\(name)\"" + didYouMean(name, Self.functions)
    case .noFormat: "a format is a name behind a bar"
    case .beyondShare(let path, let number):
      "\(path) is a share, from 0 to 1, and \(Self.spelled(number)) lies beyond"
        + (Self.percentage(number).map { "; did you mean \"\($0)\"?" } ?? "")
    case .divisionByZero: "this divides by zero, which has no result"
    case .unlikeUnits(let share, let other):
      "\(share) is a share, from 0 to 1, and \(other) is not, so that comparing them says nothing"
    case .tooManyOperations(let limit): "an expression may have at most \(limit) operators and functions"
    }
  }

  package var correction: Correction? {
    switch self {
    case .unknownFormat(let name): Correction(name, among: Self.formats)
    case .unknownName(let name, let known, _): Correction(name, among: known)
    case .unknownField(let field, _, let known):
      UnrecordedResult.remedy(for: field, known: known) == nil ? Correction(field, among: known) : nil
    case .misspelledSign(let sign, let meant): .replace(sign, with: meant)
    case .unknownFunction(let name): Correction(name, among: Self.functions)
    case .beyondShare(_, let number):
      Self.percentage(number).map { .replace(Self.spelled(number), with: $0) }
    default: nil
    }
  }

  package var cause: String? {
    switch self {
    case .unknownName(let name, _, _): CellNames.cause(ofMissing: name)
    case .unknownField(let name, NotebookParameters.root, _): SubstitutionProblem.cause(ofMissing: name)
    case .unknownField(let field, _, let known): UnrecordedResult.remedy(for: field, known: known)
    default: nil
    }
  }

  package var help: String? {
    switch self {
    case .unexpected("\"&\"", _): "write `and` for both, and `or` for either"
    case .unexpected(_, expected: "an operator or the end"):
      "what stands before it is whole; `and` joins two claims, and a list has each in a line of its own"
    case .empty, .unexpected: "for example `slow.val_accuracy > 70%` or `slow.val_accuracy | percent(1)`"
    case .unclosedText, .formatArgument, .notIndexable, .wrongOperand: nil
    case .indexOutOfRange(_, _, _, let isSeries):
      isSeries ? "`.best`, `.first` and `.last` name values without counting" : nil
    case .unknownFormat: "formats: \(Self.formats.joined(separator: ", "))"
    case .unknownName(_, let known, let isInCell):
      known.isEmpty
        ? "give the cell a name: ```{fit} slow"
        : "names\(isInCell ? " above" : ""): \(listed(known))"
    case .unknownField(_, NotebookParameters.root, []): "define it under `params` in the front matter"
    case .unknownField(let field, _, let known):
      UnrecordedResult.remedy(for: field, known: known).map { "\($0); \(Self.list(known) ?? "")" }
        ?? Self.list(known)
    case .noScalar(let path, []): "read one of its values: \(path)[0]"
    case .noScalar(_, let known): Self.list(known)
    case .laterName: "move that cell above this one"
    case .reversedRange: "write the smaller number first"
    case .noClaims, .claimIsNoText: "write each on a line of its own, as in `- fit.val_accuracy > 90%`"
    case .misspelledSign: nil
    case .chainedComparison: "write `x within 0.1..0.9`, or join two comparisons with `and`"
    case .unknownFunction: "functions: \(Self.functions.joined(separator: ", "))"
    case .noFormat:
      "write `| fixed(3)` for `.3f` and `| percent(1)` for `.1%`; formats: \(Self.formats.joined(separator: ", "))"
    case .divisionByZero: "divide by a number that is not zero, or by a result"
    case .unlikeUnits:
      "compare accuracies with accuracies and losses with losses, as in `slow.val_loss < fast.val_loss`"
    case .beyondShare: "write shares in percent, as in `slow.val_accuracy > 80%`"
    case .notAClaim: "compare it with something: `slow.val_accuracy > 70%`"
    case .tooManyOperations: "split it into several"
    }
  }

  private static let functions = Expression.Function.allCases.map(\.rawValue)
  private static let formats = ValueFormat.Name.allCases.map(\.rawValue)

  private static func spelled(_ number: Double) -> String { "\(OptionValue(.number(number)))" }

  /// What a number that is beyond all shares is in percent, if it may be meant so.
  private static func percentage(_ number: Double) -> String? {
    (1...100).contains(number) ? spelled(number) + "%" : nil
  }

  private static func list(_ known: [String]) -> String? {
    known.isEmpty ? nil : "it has: \(listed(known))"
  }
}
