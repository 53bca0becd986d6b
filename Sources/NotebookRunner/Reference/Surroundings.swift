import Diagnostics
import NotebookSyntax
import Options

/// The reference entries for parts of a notebook other than directives and their option values.
extension Reference {
  /// The name of the topic and schema of the front matter.
  static let frontMatter = "front_matter"

  static var surroundings: [Section] {
    [
      Section(subject: "notebook part", entries: parts),
      Section(subject: "format", entries: ValueFormat.Name.allCases.map(entry)),
    ]
  }

  private static var parts: [Entry] {
    [
      Entry(
        "notebook part", frontMatter,
        "What a notebook says about itself, as YAML between two lines of `---` at its beginning.",
        options: FrontMatter.declarations, example: frontMatterExample),
      Entry(
        "notebook part", "cell",
        "A fence of backticks with a directive in braces and usually a name. Every cell takes these options "
          + "besides its directive's own.",
        options: Directives.cellOptions,
        example: .cell("{fit} slow", "from: fast\nepochs: 5\ncaption: Two more epochs.")),
      Entry(
        "notebook part", "expressions",
        "What a sentence shows with {value}`…` and what an `expect` cell claims: results of cells by name, "
          + "and values computed from them.",
        notation: notation,
        example: .text("The loss fell by {value}`fast.loss.first - fast.loss | fixed(2)`.")),
    ]
  }

  private static let frontMatterExample = NotebookExample.whole(
    """
    ---
    title: One learning rate
    description: How far three epochs lead.
    seed: 1
    params:
      learning_rate: {default: 0.1, min: 0.0001, max: 1, help: How far each step goes.}
    ---


    """
      + ProblemReferences.cells.replacing("learning_rate: 0.1", with: "learning_rate: \"${learning_rate}\"")
      + "At {value}`params.learning_rate` the loss ends at {value}`fast.loss | fixed(2)`.")

  private static let notation: [(written: String, meaning: String)] = [
    ("fast.val_accuracy", "a result of the cell `fast`; a series stands for its last epoch, or the one kept"),
    ("fast.loss.best", "the best value of a series; likewise first and last"),
    ("fast.loss[0]", "the value of one epoch; epochs and classes are numbered from 0"),
    ("params.learning_rate", "a parameter of the front matter"),
    ("0.6, 60%, 10pp, \"text\"", "a number, a share, a difference of shares, text"),
    ("+ - * / ( )", "arithmetic"),
    ("mean(a.loss, b.loss)", "the mean of several numbers, as of several seeds; likewise min and max"),
    ("== != < <= > >=", "comparisons, which make claims"),
    (
      "slow.loss < fast.loss beyond seeds",
      "whether the seeds of two fits support a comparison (paired t-test, 5%, five common seeds or more)"
    ),
    ("fit.loss.std, .min, .max", "the deviation of a result over the seeds of a fit, and its extremes"),
    ("fit.loss.seeds[2]", "the result of one seed; seeds are numbered from 0"),
    ("within 60%..76%", "whether a number lies in a range, including its ends"),
    ("and, or, not", "join claims"),
    ("| percent(1)", "how a number is written; `tunebook docs formats` has them all"),
  ]

  private static func entry(of format: ValueFormat.Name) -> Entry {
    let (number, digits, result): (Double, Int?, String) =
      switch format {
      case .percent: (0.9463, 1, "fast.val_accuracy")
      case .points: (0.103, 1, "fast.val_accuracy - fast.val_accuracy.first")
      case .fixed: (0.2157, 2, "fast.loss")
      case .integer: (25_720, nil, "fast.parameters")
      case .scientific: (0.0025, 1, "fast.loss")
      }
    let written = digits.map { "\(format.rawValue)(\($0))" } ?? format.rawValue
    return Entry(
      "format", format.rawValue, format.abstract,
      notation: [
        (
          "\(OptionValue(.number(number))) | \(written)",
          ValueFormat(format, digits: digits ?? 0).text(number)
        )
      ],
      example: .text("It is {value}`\(result) | \(written)`."))
  }
}

extension Reference.Entry {
  fileprivate init(
    _ subject: String, _ name: String, _ abstract: String, options: [OptionDeclaration] = [],
    notation: [(written: String, meaning: String)] = [], example: NotebookExample
  ) {
    self.init(
      subject: subject, name: name, abstract: abstract, options: options, sharedOptions: [], example: example,
      notation: notation)
  }
}
