import Diagnostics
import Options
import Tuning

/// A problem with a sweep.
enum SweepProblem: Problem {
  case noSuchSetting(String, of: String, known: [String])
  case ambiguousSetting(String, [String])
  case noRange(String, needs: [String])
  case unusedInRange(String, of: String, needs: [String])
  case notWhole(String)
  case domain(String, SearchDomainProblem)
  case tooManyParameters(limit: Int)
  /// A grid over a range of real numbers.
  case endlessGrid(String)
  /// The method, which ends only by a number of trials.
  case noTrials(String)
  case fewerCombinations(Int, trials: Int)
  case tooManyCombinations(Int, limit: Int)
  case noValidation(String)
  case rankedByTest(String, fit: String)
  case sweptEpochs
  case lengthMatters(String, String)
  case tooFewEpochs(String, epochs: Int)
  case severalArchitectures(String)
  /// The settings of the first trial in a list, which another lacks, or has others.
  case unlikePoints([String])
  case listNeedsPoints
  case allFailed(String)

  var record: ProblemRecord {
    switch self {
    case .noSuchSetting(let name, let fit, let known):
      ProblemRecord(
        "TB-P-201", "\"\(fit)\" has no setting \"\(name)\"" + didYouMean(name, known),
        help: "name one of the `params` of the fit, its model or the notebook, or an option such as "
          + "`optimizer.sgd.momentum`: "
          + known.withoutRepetition.prefix(20).joined(separator: ", "),
        correction: Correction(name, among: known),
        rule: "A sweep varies settings that the fit has",
        reason:
          "A name is looked for in the `params` of the fit, of its model and of the notebook, and then among "
          + "the options of the fit, by its path or the last word of it.",
        wrong: .sweep("learning_rte: [0.1, 0.2]"), right: .sweep("learning_rate: [0.1, 0.2]"))
    case .ambiguousSetting(let name, let paths):
      ProblemRecord(
        "TB-P-202", "\"\(name)\" may be \(paths.map { "`\($0)`" }.joined(separator: " or "))",
        help: "write the whole path",
        rule: "A setting is named without ambiguity",
        reason: "The last word of a path is enough if only one option ends with it.",
        wrong: .cell(
          "{fit} twice", "from: fast\nearly_stopping: {patience: 2}\nreduce_lr_on_plateau: {patience: 1}")
          + .cell("{sweep}", "fit: twice\nparameters: {patience: [1, 2]}"),
        right: .cell(
          "{fit} twice", "from: fast\nearly_stopping: {patience: 2}\nreduce_lr_on_plateau: {patience: 1}")
          + .cell("{sweep}", "fit: twice\nmethod: grid\nparameters: {early_stopping.patience: [1, 2]}"))
    case .noRange(let name, let needs):
      ProblemRecord(
        "TB-P-203", "\"\(name)\" needs \(listed(needs.map { "`\($0)`" }))",
        help: "write `\(name): {min: 0.01, max: 1}`, or a list of values",
        rule: "A range has two ends",
        reason:
          "Values come from a list, from `min` to `max`, or from a normal distribution with `mu` and `sigma`.",
        wrong: .sweep("learning_rate: {min: 0.1}"), right: .sweep("learning_rate: {min: 0.1, max: 0.5}"))
    case .unusedInRange(let option, let distribution, let needs):
      ProblemRecord(
        "TB-P-219", "`\(distribution)` has no `\(option)`",
        help: "give it \(listed(needs.map { "`\($0)`" })), or name another `distribution`",
        rule: "A range has no options that its distribution does not use",
        reason:
          "`q` belongs to `q_uniform` and `q_log_uniform_values`, `mu` and `sigma` to `normal` and `log_normal`, "
          + "and `min` and `max` to all others.",
        wrong: .sweep("learning_rate: {min: 0.1, max: 0.5, distribution: uniform, q: 0.1}"),
        right: .sweep("learning_rate: {min: 0.1, max: 0.5, q: 0.1}"))
    case .notWhole(let name):
      ProblemRecord(
        "TB-P-204", "the ends of \"\(name)\" must be whole numbers for `int_uniform`",
        help: "write whole numbers, or `distribution: uniform`",
        rule: "Whole numbers lie between whole numbers",
        reason: "`int_uniform` draws from `min` to `max`, both included.",
        wrong: .sweep("batch_size: {min: 8.5, max: 32, distribution: int_uniform}"),
        right: .sweep("batch_size: {min: 8, max: 32}"))
    case .domain(let name, let problem):
      ProblemRecord(
        "TB-P-205", "the range of \"\(name)\" \(problem.phrase)",
        rule: "A range can be searched",
        reason: "`min` lies below `max`; a logarithm needs numbers above 0; steps lie within the range.",
        wrong: .sweep("learning_rate: {min: 0, max: 1, distribution: log_uniform_values}"),
        right: .sweep("learning_rate: {min: 0.001, max: 1, distribution: log_uniform_values}"))
    case .tooManyParameters(let limit):
      ProblemRecord(
        "TB-P-206", "a sweep varies at most \(limit) settings", help: "keep those that matter most",
        rule: "A sweep has at most 100 parameters", reason: "More cannot be searched in any reasonable time.")
    case .endlessGrid(let name):
      ProblemRecord(
        "TB-P-207", "a grid needs a list of values, and \"\(name)\" is a range",
        help: "give values such as `\(name): [0.01, 0.1]`, or leave out `method` to draw from ranges",
        rule: "A grid combines values", reason: "A range of real numbers has infinitely many values.",
        wrong: .cell("{sweep}", "fit: fast\nmethod: grid\nparameters: {learning_rate: {min: 0.1, max: 0.5}}"),
        right: .cell("{sweep}", "fit: fast\nmethod: grid\nparameters: {learning_rate: [0.1, 0.2]}"))
    case .noTrials(let method):
      ProblemRecord(
        "TB-P-208", "\(method) search never ends by itself: set the number of trials",
        help: "for example `trials: 16`", rule: "A search has a number of trials",
        reason: "Only a grid search ends by itself.",
        wrong: .cell("{sweep}", "fit: fast\nparameters: {learning_rate: [0.1, 0.2]}"),
        right: .cell("{sweep}", "fit: fast\nparameters: {learning_rate: [0.1, 0.2]}\ntrials: 2"))
    case .fewerCombinations(let count, let trials):
      ProblemRecord(
        "TB-P-209", "there are only \(counted(count, "combination")) of these values, not \(trials)",
        help: "leave out `trials` to try them all",
        rule: "A grid has at most as many trials as combinations",
        reason: "The same settings give the same result.",
        wrong: .cell("{sweep}", "fit: fast\nmethod: grid\nparameters: {batch_size: [16, 32]}\ntrials: 3"),
        right: .cell("{sweep}", "fit: fast\nmethod: grid\nparameters: {batch_size: [16, 32]}"))
    case .tooManyCombinations(let count, let limit):
      ProblemRecord(
        "TB-P-210", "these are \(count) combinations, and a sweep has at most \(limit) trials",
        help: "give fewer values, or `method: halton` and `trials`",
        rule: "A sweep has at most 100,000 trials",
        reason: "The combinations of a grid are the product of the numbers of values.")
    case .noValidation(let fit):
      ProblemRecord(
        "TB-P-211", "\"\(fit)\" is not validated, so its trials cannot be ranked",
        help: "give the fit `validation_split: 0.1`, or name a `metric` here",
        rule: "Trials are ranked on data that is not trained on",
        reason: "On the training samples, the settings that memorize them best would win.",
        wrong: .cell("{fit} blind", "from: fast\nvalidation_split: null")
          + .cell("{sweep}", "fit: blind\nmethod: grid\nparameters: {batch_size: [16, 32]}"),
        right: .sweep("batch_size: [16, 32]"))
    case .rankedByTest(let data, let fit):
      ProblemRecord(
        "TB-P-212", "the trials would be ranked on the test samples of \"\(data)\"",
        help: "set samples aside with `validation: 0.1` where the data is loaded, or give \"\(fit)\" "
          + "`validation_split: 0.1`; if this is intended, write `allow: test_selection` in this cell",
        rule: "Trials are not ranked on test samples",
        reason:
          "The best of many trials is also the luckiest, so its result on the samples that chose it is "
          + "better than on new ones.",
        wrong: .cell("{fit} tested", "from: fast\nvalidation_split: null\nvalidation_data: digits")
          + .cell("{sweep}", "fit: tested\nmethod: grid\nparameters: {batch_size: [16, 32]}"),
        right: .sweep("batch_size: [16, 32]"))
    case .sweptEpochs:
      ProblemRecord(
        "TB-P-213", "early termination sets the epochs of each trial, and `epochs` is a parameter here",
        help: "leave out one of the two", rule: "Epochs are swept or cut short",
        reason: "Rungs compare trials after equal numbers of epochs.",
        wrong: .cell(
          "{sweep}", "fit: fast\nmethod: grid\nparameters: {epochs: [2, 3]}\nearly_terminate: hyperband"),
        right: .cell("{sweep}", "fit: fast\nmethod: grid\nparameters: {epochs: [2, 3]}"))
    case .lengthMatters(let fit, let note):
      ProblemRecord(
        "TB-P-214", "a shorter \"\(fit)\" is not the beginning of a longer one: \(note)",
        help: "give the schedule a length of its own, or leave out `early_terminate`",
        rule: "A trial that goes on continues its epochs",
        reason: "A rung judges the first epochs of a training run, which must not depend on how many follow.",
        wrong: .cell(
          "{fit} falling",
          "from: fast\noptimizer: {sgd: {learning_rate: {cosine_decay: {initial_learning_rate: 0.1}}}}")
          + .cell(
            "{sweep}",
            "fit: falling\nmethod: grid\nparameters: {batch_size: [16, 32]}\nearly_terminate: hyperband"),
        right: .cell(
          "{sweep}", "fit: fast\nmethod: grid\nparameters: {batch_size: [16, 32]}\nearly_terminate: hyperband"
        ))
    case .tooFewEpochs(let fit, let epochs):
      ProblemRecord(
        "TB-P-215",
        "\"\(fit)\" has \(counted(epochs, "epoch")), fewer than the first rung of `early_terminate`",
        help: "lower `min_epochs`, or raise `epochs` of \"\(fit)\"",
        rule: "The first rung is no longer than a whole trial",
        reason: "`min_epochs` is the length of the first rung.",
        wrong: .cell(
          "{sweep}",
          "fit: fast\nmethod: grid\nparameters: {batch_size: [16, 32]}\nearly_terminate: {hyperband: {min_epochs: 9}}"
        ),
        right: .cell(
          "{sweep}",
          "fit: fast\nmethod: grid\nparameters: {batch_size: [16, 32]}\nearly_terminate: {hyperband: {min_epochs: 1}}"
        ))
    case .unlikePoints(let names):
      ProblemRecord(
        "TB-P-217", "this trial must have the same settings as the first: \(listed(names))",
        help: "give each of them a value here, and nothing else",
        rule: "The trials of a list have the same settings",
        reason: "They are compared by the settings in which they differ, so each must have all of them.",
        wrong: .cell("{sweep}", "fit: fast\npoints: [{batch_size: 16}, {learning_rate: 0.1}]"),
        right: .cell("{sweep}", "fit: fast\npoints: [{batch_size: 16}, {batch_size: 32}]"))
    case .listNeedsPoints:
      ProblemRecord(
        "TB-P-218", "`method: list` takes `points`, and other methods take `parameters`",
        help: "write `points: [{batch_size: 16}, {batch_size: 32}]`, or leave out `method`",
        rule: "A list of trials is given as `points`", reason: "Other methods choose settings themselves.",
        wrong: .cell("{sweep}", "fit: fast\nmethod: list\nparameters: {batch_size: [16, 32]}"),
        right: .cell("{sweep}", "fit: fast\npoints: [{batch_size: 16}, {batch_size: 32}]"))
    case .severalArchitectures(let sweep):
      ProblemRecord(
        "TB-P-216",
        "the trials of \"\(sweep)\" have networks of different shapes, and the best one is not known before "
          + "the run",
        help: "vary only settings that keep the shapes, or start from a fit with settings of its own",
        rule: "Weights fit the network that starts from them",
        reason: "Shapes are checked before anything is trained.",
        wrong: .cell(
          "{model} sized",
          "params: {units: 8}\nlayers: [flatten, {dense: {units: \"${units}\"}}, {dense: {units: 10, activation: softmax}}]"
        )
          + .cell("{fit} small", "from: fast\nmodel: sized")
          + .cell("{sweep} sizes", "fit: small\nmethod: grid\nparameters: {units: [8, 16]}")
          + .cell("{fit} next", "from: small\nweights: sizes.best"),
        right: .cell("{sweep} rates", "fit: fast\nmethod: grid\nparameters: {learning_rate: [0.1, 0.2]}")
          + .cell("{fit} next", "from: fast\nweights: rates.best"))
    case .allFailed(let reason):
      ProblemRecord(
        "TB-R-201", "every trial failed, the first because \(reason)",
        help: "search where training succeeds, such as at smaller learning rates",
        rule: "At least one trial of a sweep succeeds", reason: "Otherwise there is no best one.")
    }
  }
}

extension SweepProblem {
  static let references = [
    reference(of: noSuchSetting), reference(of: ambiguousSetting), reference(of: noRange),
    reference(of: unusedInRange),
    reference(of: notWhole), reference(of: domain), reference(of: tooManyParameters),
    reference(of: endlessGrid), reference(of: noTrials), reference(of: fewerCombinations),
    reference(of: tooManyCombinations), reference(of: noValidation), reference(of: rankedByTest),
    reference(of: sweptEpochs), reference(of: lengthMatters), reference(of: tooFewEpochs),
    reference(of: unlikePoints), reference(of: listNeedsPoints),
    reference(of: severalArchitectures), reference(of: allFailed),
  ]
}

extension SearchDomainProblem: Placeholder {
  package static var placeholder: SearchDomainProblem { .reversed }
}

extension SearchDomainProblem {
  fileprivate var phrase: String {
    switch self {
    case .numberOfChoices: "has no values, or more than a million"
    case .reversed: "begins above its end"
    case .outOfReach: "holds a number that is not finite, or too large or too small to be searched"
    case .notPositive: "begins at 0 or below, where there is no logarithm"
    case .notBelowOne: "does not end below 1"
    case .notPositiveStep: "has a step or a deviation that is not positive"
    case .numberOfMultiples: "holds no multiple of `q`, or more than a million"
    }
  }
}

extension NotebookExample {
  /// Returns a grid over one parameter of the fit `fast`.
  fileprivate static func sweep(_ parameter: String) -> NotebookExample {
    .cell("{sweep}", "fit: fast\ntrials: 2\nparameters:\n  \(parameter)")
  }
}
