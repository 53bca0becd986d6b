import Diagnostics

extension ExpressionProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-X-101", "An expression is not empty",
      "It says which number stands there, or what is claimed.",
      wrong: .cell("{expect}", "- \"\""), right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-X-102", "An expression follows the grammar",
      "Names of cells, their results behind periods, numbers, + - * /, comparisons, and, or, not, within, and a format "
        + "behind a bar.",
      wrong: .text("It is {value}`fast.loss +`."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-X-103", "Text in an expression is closed",
      "It ends with the kind of quotes that it began with.",
      wrong: .cell("{expect}", "- 'digits.dataset == \"digits'"),
      right: .cell("{expect}", "- 'digits.dataset == \"digits\"'")),
    ProblemReference(
      "TB-X-104", "A format is one of those there are",
      "percent, points, fixed, integer and scientific: each says how a number is written, and none changes it.",
      wrong: .text("It is {value}`fast.loss | round(2)`."),
      right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-X-105", "A format is told how many digits to show",
      "17 digits tell any two numbers apart; more would be invented.",
      wrong: .text("It is {value}`fast.loss | fixed(two)`."),
      right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-X-106", "An expression begins with the name of a cell",
      "The word behind the braces of its first line, or `params`.",
      wrong: .text("It is {value}`quick.loss`."), right: .text("It is {value}`fast.loss`.")),
    ProblemReference(
      "TB-X-107", "A result is one that the cell has",
      "Those of a fit depend on what it records: `metrics: [accuracy]` brings accuracy, and validation val_accuracy.",
      wrong: .text("It is {value}`fast.val_acc`."), right: .text("It is {value}`fast.val_accuracy`.")),
    ProblemReference(
      "TB-X-108", "Brackets stand behind what has several values",
      "Each epoch has its own loss, and there is one number of epochs.",
      wrong: .text("It is {value}`fast.epochs[0]`."), right: .text("It is {value}`fast.loss[0]`.")),
    ProblemReference(
      "TB-X-109", "What is numbered is there",
      "Epochs and classes are numbered from 0, so that the last of three is [2].",
      wrong: .text("It is {value}`fast.loss[3]`."), right: .text("It is {value}`fast.loss[2]`.")),
    ProblemReference(
      "TB-X-110", "A value in a sentence is a single one",
      "Cells and tables of results are looked into with a period or brackets.",
      wrong: .text("It is {value}`fast`."), right: .text("It is {value}`fast.loss`.")),
    ProblemReference(
      "TB-X-111", "Numbers are compared with numbers, and text with text",
      "Nothing is converted in an expression.",
      wrong: .cell("{expect}", "- 'fast.loss < \"1\"'"), right: .cell("{expect}", "- fast.loss < 3")),
    ProblemReference(
      "TB-X-112", "A claim is true or false",
      "A number alone claims nothing.",
      wrong: .cell("{expect}", "- fast.val_accuracy"),
      right: .cell("{expect}", "- fast.val_accuracy > 10%")),
    ProblemReference(
      "TB-X-113", "A claim is about what stands above it",
      "As cells do, it uses what has been computed when it is reached. Sentences may name what follows.",
      wrong: .cell("{expect}", "- slow.epochs == 6") + .fit("epochs: 6"),
      right: .fit("epochs: 6") + .cell("{expect}", "- slow.epochs == 6")),
    ProblemReference(
      "TB-X-114", "An expect cell claims something",
      "An empty one would hold whatever comes out.",
      wrong: .cell("{expect}", "[]"), right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-X-115", "A claim is a line of text",
      "What begins with a bracket or a brace is a list or a mapping to YAML; quote it.",
      wrong: .cell("{expect}", "- {epochs: 3}"), right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-X-116", "A range begins with its smaller end",
      "Nothing lies within any other, so that the claim could never hold.",
      wrong: .cell("{expect}", "- fast.epochs within 5..1"),
      right: .cell("{expect}", "- fast.epochs within 1..5")),
    ProblemReference(
      "TB-X-117", "Two equals signs compare",
      "A single one gives a name to a value in other languages, and here nothing is named.",
      wrong: .cell("{expect}", "- fast.epochs = 3"), right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-X-118", "A comparison has two sides",
      "What two bounds are meant for is said by `within`.",
      wrong: .cell("{expect}", "- 1 < fast.epochs < 5"), right: .cell("{expect}", "- fast.epochs within 2..4")
    ),
    ProblemReference(
      "TB-X-119", "A function is one of those there are",
      "mean, min and max take numbers between parentheses, such as one result of several seeds.",
      wrong: .cell("{expect}", "- average(fast.loss, 1) > 0"),
      right: .cell("{expect}", "- mean(fast.loss, 1) > 0")),
    ProblemReference(
      "TB-X-120", "A format stands behind a bar, by its name",
      "`fixed(3)` shows three digits behind the point, `percent(1)` a share in percent with one.",
      wrong: .text("It is {value}`fast.loss | .3f`."), right: .text("It is {value}`fast.loss | fixed(3)`.")),
    ProblemReference(
      "TB-X-121", "A share lies between 0 and 1",
      "Accuracy, precision and recall are shares of samples; 80 % is written 80% or 0.8.",
      wrong: .cell("{expect}", "- fast.val_accuracy < 80"),
      right: .cell("{expect}", "- fast.val_accuracy < 100%")),
    ProblemReference(
      "TB-X-122", "Nothing is divided by zero",
      "The result would be infinite or no number at all, and a claim about it would hold always or never.",
      wrong: .cell("{expect}", "- fast.val_loss / 0 > 1"),
      right: .cell("{expect}", "- fast.val_loss / fast.loss > 0.5")),
    ProblemReference(
      "TB-X-123", "Accuracies are compared with accuracies, and losses with losses",
      "An accuracy is a share of samples, from 0 to 1; a loss has another scale, on which less is better. Which of the "
        + "two is greater depends on that alone.",
      wrong: .cell("{expect}", "- fast.val_accuracy > fast.val_loss"),
      right: .cell("{expect}", "- fast.val_accuracy > fast.accuracy - 20pp")),
    ProblemReference(
      "TB-X-124", "An expression has at most 40 operators and functions",
      "The limit is far above what anyone can read, and it bounds the memory that reading a foreign notebook takes."
    ),
  ]
}
