import Diagnostics
import Options

/// What can be wrong with how the cells of a notebook fit together.
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
  case viewNeedsColumns(String, data: String)
  case noSuchColumn(String, known: [String])
  case optionsOfAnotherPlot([String], what: String)
  case forgottenBraces(String)
  case metricOfValidation(String, of: String)
  case tooManyFindings(limit: Int)

  package var code: String {
    switch self {
    case .unknownDirective: "TB-P-101"
    case .duplicateName: "TB-P-102"
    case .bodyMustBeMapping: "TB-P-103"
    case .noSuchCell: "TB-P-104"
    case .laterCell: "TB-P-105"
    case .inheritanceCycle: "TB-P-106"
    case .wrongDirective: "TB-P-107"
    case .inheritsFromAnother: "TB-P-108"
    case .noInputShape: "TB-P-109"
    case .shapeMismatch: "TB-P-110"
    case .lossNeedsClasses: "TB-P-113"
    case .viewNeedsClasses: "TB-P-115"
    case .twoValidations: "TB-P-116"
    case .noTestPart: "TB-P-117"
    case .emptyValidationSplit: "TB-P-118"
    case .metricNotRecorded: "TB-P-119"
    case .sampleOutOfRange: "TB-P-120"
    case .fallbackDiffers: "TB-P-121"
    case .notImages: "TB-P-122"
    case .reservedName: "TB-P-123"
    case .sampleTooLarge: "TB-P-124"
    case .singleClass: "TB-P-125"
    case .repeatedMetric: "TB-P-126"
    case .classesDiffer: "TB-P-127"
    case .noSuchClass: "TB-P-128"
    case .positiveClassNeeded: "TB-P-129"
    case .viewNeedsColumns: "TB-P-130"
    case .noSuchColumn: "TB-P-131"
    case .optionsOfAnotherPlot: "TB-P-132"
    case .forgottenBraces: "TB-P-133"
    case .metricOfValidation: "TB-P-134"
    case .tooManyFindings: "TB-P-135"
    }
  }

  package var message: String {
    switch self {
    case .unknownDirective(let name, let known):
      "there is no directive \"\(name)\"" + didYouMean(name, known)
    case .duplicateName(let name): "the name \"\(name)\" is taken by another cell"
    case .bodyMustBeMapping(let directive, let found):
      "the body of \(directive) must be options, one `name: value` on each line, not \(found.kindName)"
    case .noSuchCell(let name, let directives, let known):
      "there is no \(directives.joined(separator: " or ")) cell named \"\(name)\"" + didYouMean(name, known)
    case .laterCell(let name): "\"\(name)\" stands further down, and a cell may use only what stands above it"
    case .inheritanceCycle(let names): "`from` must not lead in a circle: \(circle(names))"
    case .wrongDirective(let name, let directive, let needs):
      "\"\(name)\" is \(withArticle(directive)) cell, and \(withArticle(needs.joined(separator: " or "))) cell must stand here"
    case .inheritsFromAnother(let name, let directive, let needs):
      "\(withArticle(needs)) cell inherits from one of its kind, and \"\(name)\" is \(withArticle(directive)) cell"
    case .noInputShape: "a model must know the shape of its input, and no load cell stands above it"
    case .shapeMismatch(let model, let data):
      "the model takes samples of shape \(shape(model)), and the data has samples of shape \(shape(data))"
    case .lossNeedsClasses(let loss): "\(loss) needs classes, and the data's targets are numbers"
    case .viewNeedsClasses(let view): "\(view) needs classes, and the data's targets are numbers"
    case .twoValidations: "a fit is validated on `validation_data` or on a `validation_split`, not on both"
    case .noTestPart(let name): "the data of \"\(name)\" has no test part"
    case .emptyValidationSplit(let fraction, let samples):
      "a validation_split of \(OptionValue(.number(fraction))) of \(counted(samples, "sample")) leaves one side empty"
    case .metricNotRecorded(let metric, let fits, let known):
      "\(listed(fits)) recorded no \"\(metric)\"" + didYouMean(metric, known)
    case .sampleOutOfRange(let index, let count):
      "there is no sample \(index): this part of the data has \(count), numbered from 0"
    case .fallbackDiffers(let name):
      "the fallback \(name) must have samples of the same shape and as many classes as the data it stands in for"
    case .notImages(let found):
      "images need samples of height and width, and these have the shape \(shape(found))"
    case .reservedName(let name):
      "no cell can be named \"\(name)\", which means something else in expressions"
    case .sampleTooLarge(let limit): "one sample may have at most \(limit) numbers"
    case .singleClass: "the data has a single class, so that there is nothing to tell apart"
    case .tooManyFindings(let limit):
      "more than \(limit) mistakes were found, and what stands from here on was not checked"
    case .repeatedMetric(let metric): "\(metric) is measured once for each fit, and stands here twice"
    case .classesDiffer(let known, let found):
      "the fit learned \(targets(known)), and this data has \(targets(found))"
    case .noSuchClass(let name, let known):
      "the data has no class \"\(name)\"" + didYouMean(name, known)
    case .positiveClassNeeded(let known):
      "curves are drawn for one class against the others, and the data has \(known.count)"
    case .viewNeedsColumns(let view, let data):
      "a \(view) needs a table with named columns, and the data of \"\(data)\" is none"
    case .noSuchColumn(let name, let known):
      "the data has no column of numbers \"\(name)\"" + didYouMean(name, known)
    case .optionsOfAnotherPlot(let options, let what):
      options.map { "`\($0)`" }.joined(separator: ", ")
        + " \(options.count == 1 ? "has" : "have") no meaning for `what: \(what)`"
    case .metricOfValidation(let name, let metric):
      "a plot names what is measured, \"\(metric)\", and not \"\(name)\"; did you mean \"\(metric)\"?"
    case .forgottenBraces(let directive):
      "the directive of a cell stands in braces, and without them this is a listing"
        + "; did you mean \"{\(directive)}\"?"
    }
  }

  package var correction: Correction? {
    switch self {
    case .unknownDirective(let name, let known), .noSuchCell(let name, _, let known),
      .metricNotRecorded(let name, _, let known), .noSuchClass(let name, let known),
      .noSuchColumn(let name, let known):
      Correction(name, among: known)
    case .forgottenBraces(let directive): .replace(directive, with: "{\(directive)}")
    default: nil
    }
  }

  package var cause: String? {
    switch self {
    case .noSuchCell(let name, _, _): CellNames.cause(ofMissing: name)
    case .metricNotRecorded(let metric, _, _): UnrecordedResult.remedy(forMetric: metric)
    default: nil
    }
  }

  package var help: String? {
    switch self {
    case .unknownDirective(_, let known):
      "directives: \(known.joined(separator: ", ")); a listing that is not run has no braces"
    case .duplicateName: "give one of the two another name"
    case .bodyMustBeMapping: nil
    case .noSuchCell(_, let directives, let known):
      known.isEmpty
        ? "name the cell where it is made: ```{\(directives.first ?? "fit")} my_name"
        : "named above: \(listed(known))"
    case .laterCell: "move that cell above this one"
    case .inheritanceCycle: "let one of them stand on its own"
    case .wrongDirective, .inheritsFromAnother: nil
    case .noInputShape: "add `input_shape: [28, 28]`, or load the data before the model"
    case .shapeMismatch: "begin the model with `flatten`, or give it the data's `input_shape`"
    case .lossNeedsClasses: "use `loss: mean_squared_error`"
    case .viewNeedsClasses: "leave it out"
    case .twoValidations: "remove one of them"
    case .noTestPart: "load it with `test_split: 0.2`"
    case .emptyValidationSplit: "choose a larger or a smaller share"
    case .metricNotRecorded(let metric, _, let known):
      [
        UnrecordedResult.remedy(forMetric: metric),
        known.isEmpty ? nil : "recorded: \(known.joined(separator: ", "))",
      ]
      .compactMap(\.self).joined(separator: "; ")
    case .sampleOutOfRange, .fallbackDiffers, .sampleTooLarge, .singleClass, .classesDiffer: nil
    case .noSuchClass(_, let known):
      "classes: \(listed(known))"
    case .positiveClassNeeded(let known): "say which one: `pos_label: \(known.first ?? "")`"
    case .viewNeedsColumns: "load the data with `dataset: {csv: …}`"
    case .noSuchColumn(_, let known):
      "columns: \(listed(known))"
    case .optionsOfAnotherPlot(let options, _):
      "leave \(options.count == 1 ? "it" : "them") out, or choose another `what`: `scatter` draws `x` and `y`, "
        + "`histogram` a `column`, `curves` and `weights` draw `fits`"
    case .metricOfValidation:
      "it draws training and validation; `curves: validation` draws validation alone"
    case .forgottenBraces: "a listing of options is called ```yaml"
    case .reservedName: "choose another name"
    case .tooManyFindings: "correct some of them, and check again"
    case .repeatedMetric: "remove one of the two"
    case .notImages: "choose another `what`: `shapes` or `sample` to show, `curves` to plot"
    }
  }

  /// Targets in an author's words.
  private func targets(_ names: [String]?) -> String {
    guard let names else { return "numbers" }
    let shown = names.prefix(5).joined(separator: ", ")
    return "the classes \(shown)\(names.count > 5 ? " …" : "")"
  }

  /// The names of cells that lead in a circle; of very many the first ones and the last.
  private func circle(_ names: [String]) -> String {
    let shown = names.count > 20 ? names.prefix(19) + ["…"] + names.suffix(1) : names[...]
    return shown.joined(separator: " → ")
  }

  private func shape(_ shape: [Int]) -> String { "(" + shape.map(String.init).joined(separator: ", ") + ")" }
}
