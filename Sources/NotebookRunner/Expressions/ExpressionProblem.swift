import Diagnostics
import Options

/// A problem with an expression.
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
  /// A text or flag that each seed has for itself.
  case differsBySeed(String, count: Int)
  /// The number of seeds common to the results of a claim `beyond seeds`; `nil` if none has several seeds.
  case tooFewSeeds(Int?, fewest: Int)
  case wrongOperand(String, needs: String, found: String)
  case reversedRange
  case notAClaim
  case noClaims
  case claimIsNoText(found: OptionValue)
  /// A sign as other languages spell it, such as `=` for `==`.
  case misspelledSign(String, meant: String)
  case chainedComparison
  case unknownFunction(String)
  case noFormat
  case beyondShare(String, Double)
  case divisionByZero
  case unlikeUnits(share: String, other: String)
  case tooManyOperations(limit: Int)

  package var record: ProblemRecord {
    switch self {
    case .empty:
      ProblemRecord(
        "TB-X-101", "an expression is missing here",
        help: "for example `slow.val_accuracy > 70%` or `slow.val_accuracy | percent(1)`",
        rule: "An expression is not empty", reason: "It says which number to show, or what is claimed.",
        wrong: .cell("{expect}", "- \"\""), right: .cell("{expect}", "- fast.epochs == 3"))
    case .unexpected(let found, let expected):
      ProblemRecord(
        "TB-X-102", "expected \(expected), not \(found)",
        help: Self.help(found, expected),
        rule: "An expression follows the grammar",
        reason:
          "It has names of cells, their results after periods, numbers, + - * /, comparisons, and, or, not, "
          + "within, and a format after a bar.",
        wrong: .text("It is {value}`fast.loss +`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .unclosedText:
      ProblemRecord(
        "TB-X-103", "text must end with the quotation mark that began it",
        rule: "Text in an expression is closed",
        reason: "It ends with the same kind of quotation mark that began it.",
        wrong: .cell("{expect}", "- 'digits.dataset == \"digits'"),
        right: .cell("{expect}", "- 'digits.dataset == \"digits\"'"))
    case .unknownFormat(let name):
      ProblemRecord(
        "TB-X-104", "there is no format \"\(name)\"" + didYouMean(name, Self.formats),
        help: "formats: \(Self.formats.joined(separator: ", "))",
        correction: Correction(name, among: Self.formats), rule: "A format is a known one",
        reason:
          "The formats are percent, points, fixed, integer and scientific. Each says how to write a number, "
          + "and none changes it.",
        wrong: .text("It is {value}`fast.loss | round(2)`."),
        right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .formatArgument(let name, let found):
      ProblemRecord(
        "TB-X-105", "\(name.rawValue) takes the number of digits after the point, 0 to 17, not \(found)",
        rule: "A format is told how many digits to show",
        reason: "17 digits tell any two numbers apart; further ones would be invented.",
        wrong: .text("It is {value}`fast.loss | fixed(two)`."),
        right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .unknownName(let name, let known, let isInCell):
      ProblemRecord(
        "TB-X-106", "no cell \(isInCell ? "above " : "")is named \"\(name)\"" + didYouMean(name, known),
        help: known.isEmpty
          ? "give the cell a name: ```{fit} slow"
          : "names\(isInCell ? " above" : ""): \(listed(known))",
        correction: Correction(name, among: known), cause: CellNames.cause(ofMissing: name),
        rule: "An expression begins with the name of a cell",
        reason: "That is the word after the braces on the cell's first line; `params` works too.",
        wrong: .text("It is {value}`quick.loss`."), right: .text("It is {value}`fast.loss`."))
    case .laterName(let name):
      ProblemRecord(
        "TB-X-113", "\"\(name)\" is further down, and a cell can use only what is above it",
        help: "move that cell above this one", rule: "A claim is about what is above it",
        reason:
          "Like a cell, it uses what has been computed when it is reached. Sentences may name what follows.",
        wrong: .cell("{expect}", "- slow.epochs == 6") + .fit("epochs: 6"),
        right: .fit("epochs: 6") + .cell("{expect}", "- slow.epochs == 6"))
    case .unknownField(let name, NotebookParameters.root, let known):
      ProblemRecord(
        of: Self.resultExists, "there is no parameter \"\(name)\"" + didYouMean(name, known),
        help: known.isEmpty ? "define it under `params` in the front matter" : Self.list(known),
        correction: Correction(name, among: known), cause: SubstitutionProblem.cause(ofMissing: name))
    case .unknownField(let field, let owner, let known):
      if let remedy = UnrecordedResult.remedy(for: field, known: known) {
        ProblemRecord(
          of: Self.resultExists, "\(owner) has no result \"\(field)\"",
          help: "\(remedy); \(Self.list(known) ?? "")", cause: remedy)
      } else {
        ProblemRecord(
          of: Self.resultExists, "\(owner) has no result \"\(field)\"" + didYouMean(field, known),
          help: Self.list(known), correction: Correction(field, among: known))
      }
    case .notIndexable(let path):
      ProblemRecord(
        "TB-X-108", "\(path) is a single value and takes no index",
        rule: "Brackets follow a result with several values",
        reason: "Each epoch has its own loss, but there is only one number of epochs.",
        wrong: .text("It is {value}`fast.epochs[0]`."), right: .text("It is {value}`fast.loss[0]`."))
    case .indexOutOfRange(let index, let count, let path, let isSeries):
      ProblemRecord(
        "TB-X-109", "\(path) has \(counted(count, "value")), numbered from 0, so there is no [\(index)]",
        help: isSeries ? "`.best`, `.first` and `.last` name values without counting" : nil,
        rule: "A value that is numbered exists",
        reason: "Epochs and classes are numbered from 0, so the last of three is [2].",
        wrong: .text("It is {value}`fast.loss[3]`."), right: .text("It is {value}`fast.loss[2]`."))
    case .noScalar(let path, let known):
      ProblemRecord(
        "TB-X-110", "\(path) is not a single value",
        help: known.isEmpty ? "read one of its values: \(path)[0]" : Self.list(known),
        rule: "A value in a sentence is a single one",
        reason: "A period or brackets select one value of a cell or a table of results.",
        wrong: .text("It is {value}`fast`."), right: .text("It is {value}`fast.loss`."))
    case .differsBySeed(let path, let count):
      ProblemRecord(
        "TB-X-125", "\(path) is not a number, so \(count) seeds have no mean of it",
        help: "read that of one seed, from 0: \(path).seeds[0]",
        rule: "Only numbers are averaged over seeds",
        reason: "A digest or a flag belongs to the training run with one seed.",
        wrong: .cell("{fit} sure", "from: fast\nseeds: 2") + .text("It is {value}`sure.weights_digest`."),
        right: .cell("{fit} sure", "from: fast\nseeds: 2")
          + .text("It is {value}`sure.weights_digest.seeds[0]`."))
    case .tooFewSeeds(let count, let fewest):
      ProblemRecord(
        "TB-X-126",
        "a claim beyond seeds needs \(fewest) seeds that its results share, and "
          + (count.map { $0 == 0 ? "these share none" : "these share \($0)" } ?? "none has several seeds"),
        help: "write `seeds: \(fewest)` in the fits, or leave out `beyond seeds`",
        rule: "A claim beyond seeds rests on five seeds",
        reason:
          "It is a paired t-test over the seeds that both sides have, which give both the same initial "
          + "weights and order of samples. With fewer than five differences it says too little.",
        wrong: .cell("{fit} sure", "from: fast\nseeds: 2")
          + .cell("{expect}", "- sure.val_accuracy > 90% beyond seeds"),
        right: .cell("{fit} sure", "from: fast\nseeds: 5")
          + .cell("{expect}", "- sure.loss < 10 beyond seeds"))
    case .wrongOperand(let symbol, let needs, let found):
      ProblemRecord(
        "TB-X-111", "\(symbol) needs \(needs), not \(found)",
        rule: "Numbers are compared with numbers, and text with text",
        reason: "Nothing is converted in an expression.", wrong: .cell("{expect}", "- 'fast.loss < \"1\"'"),
        right: .cell("{expect}", "- fast.loss < 3"))
    case .reversedRange:
      ProblemRecord(
        "TB-X-116", "the range ends below its beginning, so nothing lies within it",
        help: "write the smaller number first", rule: "A range begins with its smaller end",
        reason: "Nothing lies within a reversed range, so the claim could never hold.",
        wrong: .cell("{expect}", "- fast.epochs within 5..1"),
        right: .cell("{expect}", "- fast.epochs within 1..5"))
    case .notAClaim:
      ProblemRecord(
        "TB-X-112", "a claim must be true or false",
        help: "compare it with something: `slow.val_accuracy > 70%`", rule: "A claim is true or false",
        reason: "A number alone claims nothing.", wrong: .cell("{expect}", "- fast.val_accuracy"),
        right: .cell("{expect}", "- fast.val_accuracy > 10%"))
    case .noClaims:
      ProblemRecord(
        "TB-X-114", "there are no claims to check",
        help: "write each on a line of its own, as in `- fit.val_accuracy > 90%`",
        rule: "An expect cell claims something", reason: "An empty one would hold whatever the results.",
        wrong: .cell("{expect}", "[]"), right: .cell("{expect}", "- fast.epochs == 3"))
    case .claimIsNoText(let found):
      ProblemRecord(
        "TB-X-115", "a claim must be an expression, not \(found.kindName)",
        help: "write each on a line of its own, as in `- fit.val_accuracy > 90%`",
        rule: "A claim is a line of text",
        reason: "To YAML, text that begins with a bracket or a brace is a list or a mapping; quote it.",
        wrong: .cell("{expect}", "- {epochs: 3}"), right: .cell("{expect}", "- fast.epochs == 3"))
    case .misspelledSign(let sign, let meant):
      ProblemRecord(
        "TB-X-117",
        (sign == "="
          ? "two equals signs compare, and one means nothing"
          : "there is no operator \"\(sign)\"")
          + "; did you mean \"\(meant)\"?",
        correction: .replace(sign, with: meant), rule: "Two equals signs compare",
        reason: "In other languages a single one assigns a value to a name; here nothing is assigned.",
        wrong: .cell("{expect}", "- fast.epochs = 3"), right: .cell("{expect}", "- fast.epochs == 3"))
    case .chainedComparison:
      ProblemRecord(
        "TB-X-118", "a comparison has two sides, and this is a third",
        help: "write `x within 0.1..0.9`, or join two comparisons with `and`",
        rule: "A comparison has two sides", reason: "To compare with two bounds, write `within`.",
        wrong: .cell("{expect}", "- 1 < fast.epochs < 5"),
        right: .cell("{expect}", "- fast.epochs within 2..4"))
    case .unknownFunction(let name):
      ProblemRecord(
        "TB-X-119", "there is no function \"\(name)\"" + didYouMean(name, Self.functions),
        help: "functions: \(Self.functions.joined(separator: ", "))",
        correction: Correction(name, among: Self.functions), rule: "A function is a known one",
        reason: "mean, min and max take numbers in parentheses, such as one result of several seeds.",
        wrong: .cell("{expect}", "- average(fast.loss, 1) > 0"),
        right: .cell("{expect}", "- mean(fast.loss, 1) > 0"))
    case .noFormat:
      ProblemRecord(
        "TB-X-120", "the name of a format must follow the bar",
        help:
          "write `| fixed(3)` for `.3f` and `| percent(1)` for `.1%`; formats: "
          + "\(Self.formats.joined(separator: ", "))",
        rule: "The name of a format follows a bar",
        reason: "`fixed(3)` shows three digits after the point, `percent(1)` a percentage with one.",
        wrong: .text("It is {value}`fast.loss | .3f`."), right: .text("It is {value}`fast.loss | fixed(3)`."))
    case .beyondShare(let path, let number):
      ProblemRecord(
        "TB-X-121",
        "\(path) is a share, from 0 to 1, and \(Self.spelled(number)) is outside"
          + (Self.percentage(number).map { "; did you mean \"\($0)\"?" } ?? ""),
        help: "write shares in percent, as in `slow.val_accuracy > 80%`",
        correction: Self.percentage(number).map { .replace(Self.spelled(number), with: $0) },
        rule: "A share lies between 0 and 1",
        reason: "Accuracy, precision and recall are shares of samples; 80 % is written 80% or 0.8.",
        wrong: .cell("{expect}", "- fast.val_accuracy < 80"),
        right: .cell("{expect}", "- fast.val_accuracy < 100%"))
    case .divisionByZero:
      ProblemRecord(
        "TB-X-122", "this divides by zero, which has no result",
        help: "divide by a number that is not zero, or by a result", rule: "Nothing is divided by zero",
        reason:
          "The result would be infinite or not a number, and a claim about it would hold always or never.",
        wrong: .cell("{expect}", "- fast.val_loss / 0 > 1"),
        right: .cell("{expect}", "- fast.val_loss / fast.loss > 0.5"))
    case .unlikeUnits(let share, let other):
      ProblemRecord(
        "TB-X-123",
        "\(share) is a share, from 0 to 1, and \(other) is not, so comparing them says nothing",
        help:
          "compare accuracies with accuracies and losses with losses, as in `slow.val_loss < fast.val_loss`",
        rule: "Accuracies are compared with accuracies, and losses with losses",
        reason:
          "An accuracy is a share of samples, from 0 to 1; a loss has another scale, on which less is "
          + "better. Which of the two is greater means nothing.",
        wrong: .cell("{expect}", "- fast.val_accuracy > fast.val_loss"),
        right: .cell("{expect}", "- fast.val_accuracy > fast.accuracy - 20pp"))
    case .tooManyOperations(let limit):
      ProblemRecord(
        "TB-X-124", "an expression may have at most \(limit) operators and functions",
        help: "split it into several", rule: "An expression has at most 40 operators and functions",
        reason: "The limit is far above what anyone can read, and it bounds the memory for reading a "
          + "notebook from elsewhere.")
    }
  }

  private static let resultExists = ProblemReference(
    "TB-X-107", "A result is one that the cell has",
    "The results of a fit depend on what it records: `metrics: [accuracy]` adds accuracy, and validation "
      + "adds val_accuracy.",
    wrong: .text("It is {value}`fast.val_acc`."), right: .text("It is {value}`fast.val_accuracy`."))

  private static func help(_ found: String, _ expected: String) -> String {
    if found == "\"&\"" { return "write `and` for both, and `or` for either" }
    if expected == "an operator or the end" {
      return
        "the part before it is complete; join two claims with `and`, or write each on a line of its own"
    }
    return "for example `slow.val_accuracy > 70%` or `slow.val_accuracy | percent(1)`"
  }

  private static let functions = Expression.Function.allCases.map(\.rawValue)
  private static let formats = ValueFormat.Name.allCases.map(\.rawValue)

  private static func spelled(_ number: Double) -> String { "\(OptionValue(.number(number)))" }

  /// Returns a number that is too large for a share as a percentage, if it may be meant as one.
  private static func percentage(_ number: Double) -> String? {
    (1...100).contains(number) ? spelled(number) + "%" : nil
  }

  private static func list(_ known: [String]) -> String? {
    known.isEmpty ? nil : "it has: \(listed(known))"
  }

  package static let references = [
    reference(of: empty), reference(of: unexpected), reference(of: unclosedText),
    reference(of: unknownFormat), reference(of: formatArgument(.fixed, found: "")),
    reference(of: unknownName),
    reference(of: laterName), resultExists, reference(of: notIndexable),
    reference(of: indexOutOfRange), reference(of: noScalar),
    reference(of: differsBySeed), reference(of: tooFewSeeds(nil, fewest: 5)), reference(of: wrongOperand),
    reference(of: reversedRange), reference(of: notAClaim), reference(of: noClaims),
    reference(of: claimIsNoText), reference(of: misspelledSign), reference(of: chainedComparison),
    reference(of: unknownFunction), reference(of: noFormat), reference(of: beyondShare),
    reference(of: divisionByZero), reference(of: unlikeUnits), reference(of: tooManyOperations),
  ]
}
