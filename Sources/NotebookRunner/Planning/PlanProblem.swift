import Diagnostics
import Options

/// A problem with how the cells of a notebook fit together.
package enum PlanProblem: Problem {
  case unknownDirective(String, known: [String])
  case duplicateName(String)
  case bodyMustBeMapping(directive: String, found: OptionValue)
  case noSuchCell(String, directives: [String], known: [String])
  case laterCell(String)
  case inheritanceCycle([String])
  case wrongDirective(String, is: String, needs: [String])
  case inheritsFromAnother(String, is: String, needs: String)
  case noInputShape
  case shapeMismatch(model: [Int], data: [Int])
  case lossNeedsClasses(String)
  case viewNeedsClasses(String)
  case twoValidations
  case noTestPart(String)
  case noValidationPart(String)
  case emptyValidationSplit(Double, samples: Int)
  case metricNotRecorded(String, fits: [String], known: [String])
  case sampleOutOfRange(Int, count: Int)
  case fallbackDiffers(String)
  case notImages([Int])
  case reservedName(String)
  case sampleTooLarge(limit: Int)
  case singleClass
  case repeatedMetric(String)
  case classesDiffer(known: [String]?, found: [String]?)
  case noSuchClass(String, known: [String])
  case positiveClassNeeded(known: [String])
  case forgottenBraces(String)
  case metricOfValidation(String, of: String)
  case noSuchSetting(String, known: [String])
  case tooManyFindings(limit: Int)

  package var record: ProblemRecord {
    switch self {
    case .unknownDirective(let name, let known):
      ProblemRecord(
        "TB-P-101", "there is no directive \"\(name)\"" + didYouMean(name, known),
        help: "directives: \(known.joined(separator: ", ")); a listing that is not run has no braces",
        correction: Correction(name, among: known), rule: "A directive exists",
        reason:
          "`tunebook docs directives` lists them. Code that is only shown goes in a listing without braces.",
        wrong: .text("```{fitt} slow\nfrom: fast\n```"), right: .fit("epochs: 6"))
    case .duplicateName(let name):
      ProblemRecord(
        "TB-P-102", "the name \"\(name)\" is taken by another cell",
        help: "give one of the two another name", rule: "Each cell has a name of its own",
        reason: "Sentences and other cells read results by this name.",
        wrong: .cell("{fit} fast", "from: fast\nepochs: 6"), right: .fit("epochs: 6"))
    case .bodyMustBeMapping(let directive, let found):
      ProblemRecord(
        "TB-P-103",
        "the body of \(directive) must be options, one `name: value` on each line, not \(found.kindName)",
        rule: "The body of this cell is options",
        reason: "Only a few directives, such as expect, take a bare list.",
        wrong: .cell("{evaluate}", "- fast"), right: .cell("{evaluate}", "fit: fast"))
    case .noSuchCell(let name, let directives, let known):
      ProblemRecord(
        "TB-P-104",
        "there is no \(directives.joined(separator: " or ")) cell named \"\(name)\""
          + didYouMean(name, known),
        help: known.isEmpty
          ? "name the cell where it is made: ```{\(directives.first ?? "fit")} my_name"
          : "named above: \(listed(known))",
        correction: Correction(name, among: known), cause: CellNames.cause(ofMissing: name),
        rule: "A cell that is named exists",
        reason: "Options such as `model`, `data` and `from` take the name of another cell, which follows "
          + "that cell's braces.",
        wrong: .fit("model: nett"), right: .fit("model: net"))
    case .laterCell(let name):
      ProblemRecord(
        "TB-P-105", "\"\(name)\" is further down, and a cell can use only what is above it",
        help: "move that cell above this one", rule: "A cell uses what is above it",
        reason:
          "A notebook is read from top to bottom, and its cells can be followed in that order. Prose may "
          + "refer to what follows.",
        wrong: .cell("{evaluate}", "fit: slow") + .fit("epochs: 6"),
        right: .fit("epochs: 6") + .cell("{evaluate}", "fit: slow"))
    case .inheritanceCycle(let names):
      ProblemRecord(
        "TB-P-106", "`from` must not lead in a circle: \(circle(names))",
        help: "remove `from` from one of them", rule: "`from` does not lead in a circle",
        reason: "In a circle, no cell would ever get its options.",
        wrong: .cell("{fit} one", "from: two") + .cell("{fit} two", "from: one"),
        right: .cell("{fit} one", "from: fast\nepochs: 4") + .cell("{fit} two", "from: one\nepochs: 6"))
    case .wrongDirective(let name, let directive, let needs):
      ProblemRecord(
        "TB-P-107",
        "\"\(name)\" is \(withArticle(directive)) cell, and \(withArticle(needs.joined(separator: " or "))) "
          + "cell is needed here",
        rule: "A cell that is named is of the right kind",
        reason: "A model is untrained, for example: only a fit of it can be evaluated.",
        wrong: .cell("{evaluate}", "fit: net"), right: .cell("{evaluate}", "fit: fast"))
    case .inheritsFromAnother(let name, let directive, let needs):
      ProblemRecord(
        "TB-P-108",
        "\(withArticle(needs)) cell inherits from a cell of its kind, and \"\(name)\" is "
          + "\(withArticle(directive)) cell",
        rule: "A cell inherits options from one of its own kind",
        reason: "Other kinds have other options.", wrong: .cell("{fit} slow", "from: net"),
        right: .fit("epochs: 6"))
    case .noInputShape:
      ProblemRecord(
        "TB-P-109", "a model needs the shape of its input, and there is no load cell above it",
        help: "add `input_shape: [28, 28]`, or load the data before the model",
        rule: "A model knows the shape of its samples",
        reason:
          "The first layer has a weight for each number of a sample. The nearest data above gives their "
          + "number, or `input_shape` does.",
        wrong: .whole("```{model} net\nlayers: [flatten, {dense: {units: 10, activation: softmax}}]\n```"),
        right: .whole(
          "```{model} net\ninput_shape: [28, 28]\nlayers: [flatten, {dense: {units: 10, activation: "
            + "softmax}}]\n```\n\nIt has {value}`net.parameters` parameters."))
    case .shapeMismatch(let model, let data):
      ProblemRecord(
        "TB-P-110",
        "the model takes samples of shape \(shapeText(model)), and the data has samples of shape "
          + "\(shapeText(data))",
        help: "begin the model with `flatten`, or give it the data's `input_shape`",
        rule: "A fit is used on samples of the shape that it was trained on",
        reason: "Other samples would leave numbers without weights, or weights without numbers.",
        wrong: .flowers("epochs: 2") + .cell("{evaluate}", "fit: slow\ndata: digits"),
        right: .flowers(testSplit: 0.25, "epochs: 2") + .cell("{evaluate}", "fit: slow\ndata: flowers"))
    case .lossNeedsClasses(let loss):
      ProblemRecord(
        "TB-P-113", "\(loss) needs classes, and the data's targets are numbers",
        help: "use `loss: mean_squared_error`",
        rule: "Numbers to predict have a loss for numbers",
        reason: "`target` reads a column as numbers, `label` as classes.",
        wrong: .numbers("{dense: {units: 1, activation: sigmoid}}", "loss: binary_crossentropy"),
        right: .numbers("{dense: {units: 1}}", "loss: mean_squared_error"))
    case .viewNeedsClasses(let view):
      ProblemRecord(
        "TB-P-115", "\(view) needs classes, and the data's targets are numbers", help: "leave it out",
        rule: "Only classes are counted, encoded and told apart",
        reason: "Targets that are numbers have no classes.",
        wrong: .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}")
          + .cell("{show}", "data: numbers\nwhat: class_counts"),
        right: .cell("{show}", "data: digits\nwhat: class_counts"))
    case .twoValidations:
      ProblemRecord(
        "TB-P-116", "a fit is validated on `validation_data` or on a `validation_split`, not on both",
        help: "remove one of them", rule: "A fit is validated on one set of samples",
        reason: "Otherwise it would be unclear which of the two its curves show.",
        wrong: .fit("validation_data: digits"),
        right: .fit("validation_split: null\nvalidation_data: digits"))
    case .noTestPart(let name):
      ProblemRecord(
        "TB-P-117", "the data of \"\(name)\" has no test part", help: "load it with `test_split: 0.2`",
        rule: "Test samples that are used exist",
        reason: "A CSV file has none of its own; `test_split` sets some of the training samples aside.",
        wrong: .flowers("validation_data: flowers"),
        right: .flowers(testSplit: 0.25, "validation_data: flowers"))
    case .noValidationPart(let name):
      ProblemRecord(
        "TB-P-138", "the data of \"\(name)\" has no validation part", help: "load it with `validation: 0.1`",
        rule: "Validation samples that are used exist",
        reason: "No data set has its own; `validation` sets some of the training samples aside.",
        wrong: .cell("{evaluate}", "fit: fast\nsplit: validation"),
        right: .cell("{load} parts", "dataset: digits\nscale: 1/255\nlimit: 100\nvalidation: 20")
          + .cell("{evaluate}", "fit: fast\ndata: parts\nsplit: validation"))
    case .emptyValidationSplit(let fraction, let samples):
      ProblemRecord(
        "TB-P-118",
        "a validation_split of \(OptionValue(.number(fraction))) of \(counted(samples, "sample")) leaves one "
          + "side empty",
        help: "choose a larger or a smaller share", rule: "A validation split leaves samples on both sides",
        reason: "It is a share of the training samples, rounded to whole samples.",
        wrong: .fit("validation_split: 0.999"), right: .fit("validation_split: 0.2"))
    case .metricNotRecorded(let metric, let fits, let known):
      ProblemRecord(
        "TB-P-119", "\(listed(fits)) recorded no \"\(metric)\"" + didYouMean(metric, known),
        help: [
          UnrecordedResult.remedy(forMetric: metric),
          known.isEmpty ? nil : "recorded: \(known.joined(separator: ", "))",
        ]
        .compactMap(\.self).joined(separator: "; "),
        correction: Correction(metric, among: known), cause: UnrecordedResult.remedy(forMetric: metric),
        rule: "Curves show what a fit recorded",
        reason: "That is its loss, its `metrics`, and both with val_ in front if it is validated.",
        wrong: .cell("{fit} slow", "from: fast\nmetrics: []")
          + .cell("{plot}", "fits: slow\nmetrics: [accuracy]"),
        right: .fit("metrics: [accuracy]") + .cell("{plot}", "fits: slow\nmetrics: [accuracy]"))
    case .noSuchSetting(let name, let known):
      ProblemRecord(
        "TB-P-146", "no fit here has a setting \"\(name)\"" + didYouMean(name, known),
        help: "settings: \(listed(known))", correction: Correction(name, among: known),
        rule: "Rows are named after a setting that fits have",
        reason:
          "That is the last word of an option, such as learning_rate, or one of the model's `params`.",
        wrong: .fit("batch_size: 8") + .cell("{compare}", "fits: [fast, slow]\ngroup_by: rate"),
        right: .fit("batch_size: 8") + .cell("{compare}", "fits: [fast, slow]\ngroup_by: batch_size"))
    case .sampleOutOfRange(let index, let count):
      ProblemRecord(
        "TB-P-120", "there is no sample \(index): this part of the data has \(count), numbered from 0",
        rule: "A sample's number is below the number of samples",
        reason: "They are numbered from 0, after `limit` has been applied.",
        wrong: .cell("{show}", "data: digits\nwhat: sample\nindex: 200"),
        right: .cell("{show}", "data: digits\nwhat: sample\nindex: 199"))
    case .fallbackDiffers(let name):
      ProblemRecord(
        "TB-P-121",
        "the fallback \(name) must have samples of the same shape, and as many classes, as the data it "
          + "replaces",
        rule: "A fallback is like the data it replaces",
        reason: "The models below are built for its shape and its classes.",
        wrong: .whole(
          "```{load} data\ndataset: mnist\nfallback: {csv: {path: flowers.csv, label: kind}}\n```"),
        right: .whole(
          "```{load} data\ndataset: mnist\nscale: 1/255\nfallback: "
            + "digits\n```\n\n{value}`data.training_count` images."))
    case .notImages(let found):
      ProblemRecord(
        "TB-P-122",
        "images need samples with a height and a width, and these have the shape \(shapeText(found))",
        help: "choose another `what`: `shapes` or `sample` to show, `curves` to plot",
        rule: "Only samples with a height and a width are shown as images",
        reason: "Rows of a table have no neighbours above and below.",
        wrong: .flowers("epochs: 2") + .cell("{show}", "data: flowers\nwhat: images"),
        right: .cell("{show}", "data: digits\nwhat: images"))
    case .reservedName(let name):
      ProblemRecord(
        "TB-P-123", "a cell cannot be named \"\(name)\", which means something else in expressions",
        help: "choose another name", rule: "A cell's name is not a word of expressions",
        reason: "`and`, `or`, `not`, `within`, `params` and the like have a meaning of their own there.",
        wrong: .cell("{fit} within", "from: fast\nepochs: 6"), right: .fit("epochs: 6"))
    case .sampleTooLarge(let limit):
      ProblemRecord(
        "TB-P-124", "one sample may have at most \(limit) numbers",
        rule: "A sample fits in memory",
        reason: "Usually the shape of a batch or of the whole data was given.",
        wrong: .cell("{model} small", "input_shape: [65536, 65536]\nlayers: [flatten, {dense: 10}]"),
        right: .cell(
          "{model} small",
          "input_shape: [28, 28]\nlayers: [flatten, {dense: {units: 10, activation: softmax}}]"
        )
          + .fit(of: "small"))
    case .singleClass:
      ProblemRecord(
        "TB-P-125", "the data has a single class, so there is nothing to tell apart",
        rule: "There are at least two classes",
        reason:
          "A network that always gives the same answer would be right. Check that `label` names the column "
          + "that you meant.",
        wrong: .cell("{load} one_class", "dataset: {csv: {path: one-class.csv, label: kind}}")
          + .cell("{model} small", "layers: [{dense: {units: 1, activation: sigmoid}}]")
          + .cell("{fit} slow", "model: small\ndata: one_class\nloss: binary_crossentropy"),
        right: .flowers("epochs: 2"))
    case .repeatedMetric(let metric):
      ProblemRecord(
        "TB-P-126", "\(metric) is measured once for each fit, and is listed twice",
        help: "remove one of the two", rule: "A metric is listed once",
        reason: "The second would show the same numbers under the same name.",
        wrong: .fit("metrics: [accuracy, accuracy]"), right: .fit("metrics: [accuracy]"))
    case .classesDiffer(let known, let found):
      ProblemRecord(
        "TB-P-127", "the fit learned \(targets(known)), and this data has \(targets(found))",
        rule: "A fit is used on classes that it has learned",
        reason: "Its first output means the first class of the data it was trained on.",
        wrong: .flowers("epochs: 2")
          + .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}\ntest_split: 0.5")
          + .cell("{evaluate}", "fit: slow\ndata: numbers"),
        right: .flowers(testSplit: 0.25, "epochs: 2")
          + .cell("{evaluate}", "fit: slow\ndata: flowers"))
    case .noSuchClass(let name, let known):
      ProblemRecord(
        "TB-P-128", "the data has no class \"\(name)\"" + didYouMean(name, known),
        help: "classes: \(listed(known))", correction: Correction(name, among: known),
        rule: "A class that is named is in the data",
        reason: "Digits are classes \"0\" to \"9\"; those of a CSV file are the texts in its column.",
        wrong: .cell("{evaluate}", "fit: fast\npos_label: ten"),
        right: .cell("{evaluate}", "fit: fast\npos_label: 7"))
    case .positiveClassNeeded(let known):
      ProblemRecord(
        "TB-P-129",
        "curves and outcomes are about one class against the others, and the data has \(known.count)",
        help: "say which one: `pos_label: \(known.first ?? "")`",
        rule: "Curves and outcomes of decisions are about one class",
        reason:
          "They show how well it is told from all others. Of two classes, the second is taken; of more, "
          + "`pos_label` says which.",
        wrong: .cell("{evaluate}", "fit: fast\ncurves: [roc]"),
        right: .cell("{evaluate}", "fit: fast\npos_label: 7\ncurves: [roc]"))
    case .forgottenBraces(let directive):
      ProblemRecord(
        "TB-P-133",
        "the directive of a cell is written in braces, and without them this is a listing; did you mean "
          + "\"{\(directive)}\"?",
        help: "for a listing of options, write ```yaml",
        correction: .replace(directive, with: "{\(directive)}"),
        rule: "The directive of a cell is written in braces",
        reason: "Without them a fence opens a listing, which is shown and never run.",
        wrong: .text("```evaluate\nfit: fast\n```"), right: .cell("{evaluate}", "fit: fast"))
    case .metricOfValidation(let name, let metric):
      ProblemRecord(
        "TB-P-134",
        "a plot takes the name of a metric, without val_, not \"\(name)\"; did you mean \"\(metric)\"?",
        help: "it draws training and validation; `curves: validation` draws only validation",
        rule: "A plot takes metrics without val_",
        reason:
          "Training and validation are two curves of one quantity; `curves` says which of them to draw.",
        wrong: .cell("{plot}", "fits: fast\nmetrics: [val_loss]"),
        right: .cell("{plot}", "fits: fast\nmetrics: [loss]\ncurves: validation"))
    case .tooManyFindings(let limit):
      ProblemRecord(
        "TB-P-135", "more than \(limit) mistakes were found, and the notebook was not checked from here on",
        help: "correct some of them, and check again",
        rule: "Checking stops after a thousand mistakes",
        reason: "Most of them have a few causes, and looking for more would take time without telling you "
          + "anything new.")
    }
  }

  /// Returns targets in an author's words.
  private func targets(_ names: [String]?) -> String {
    guard let names else { return "numbers" }
    let shown = names.prefix(5).joined(separator: ", ")
    return "the classes \(shown)\(names.count > 5 ? " …" : "")"
  }

  /// Returns the names of the cells in a cycle; if there are very many, the first ones and the last.
  private func circle(_ names: [String]) -> String {
    let shown = names.count > 20 ? names.prefix(19) + ["…"] + names.suffix(1) : names[...]
    return shown.joined(separator: " → ")
  }

  package static let references = [
    reference(of: unknownDirective), reference(of: duplicateName), reference(of: bodyMustBeMapping),
    reference(of: noSuchCell), reference(of: laterCell), reference(of: inheritanceCycle),
    reference(of: wrongDirective), reference(of: inheritsFromAnother), reference(of: noInputShape),
    reference(of: shapeMismatch), reference(of: lossNeedsClasses), reference(of: viewNeedsClasses),
    reference(of: twoValidations), reference(of: noTestPart), reference(of: noValidationPart),
    reference(of: emptyValidationSplit), reference(of: metricNotRecorded), reference(of: noSuchSetting),
    reference(of: sampleOutOfRange), reference(of: fallbackDiffers),
    reference(of: notImages), reference(of: reservedName), reference(of: sampleTooLarge),
    reference(of: singleClass), reference(of: repeatedMetric), reference(of: classesDiffer),
    reference(of: noSuchClass), reference(of: positiveClassNeeded),
    reference(of: forgottenBraces),
    reference(of: metricOfValidation), reference(of: tooManyFindings),
  ]
}
