import Diagnostics
import Testing

/// Each mistake is found before anything is computed, at its place, with its code.
@Suite struct PlannerDiagnosticsTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let message: String
    let notebook: String
    var testDescription: String { "\(code) \(message)" }
  }

  static let base = TestNotebook.flowerCells

  static let mistakes: [Mistake] = [
    Mistake(
      code: "TB-P-101", message: "there is no directive \"laod\"; did you mean \"load\"?",
      notebook: "```{1️⃣laod} x\ndataset: digits\n```\n"),
    Mistake(
      code: "TB-O-101", message: "fit has no option \"epoch\"; did you mean \"epochs\"?",
      notebook: base + "```{fit}\nfrom: quick\n1️⃣epoch: 3\n```\n"),
    Mistake(
      code: "TB-O-103", message: "\"epochs\" must be an integer at least 1 and at most 100000, not text",
      notebook: base + "```{fit}\nfrom: quick\nepochs: 1️⃣\"ten\"\n```\n"),
    Mistake(
      code: "TB-O-104", message: "\"epochs\" must be at least 1 and at most 100000, not 0",
      notebook: base + "```{fit}\nfrom: quick\nepochs: 1️⃣0\n```\n"),
    Mistake(
      code: "TB-O-104", message: "\"scale\" must be at least 1e-30 and at most 1e+30, not 1e-320",
      notebook: "```{load} d\ndataset: digits\nscale: 1️⃣1e-320\n```\n"),
    Mistake(
      code: "TB-O-104", message: "\"epsilon\" must be at least 1e-30 and at most 1e+30, not 1e+39",
      notebook: base + "```{fit}\nfrom: quick\noptimizer: {adam: {epsilon: 1️⃣1e39}}\n```\n"),
    Mistake(
      code: "TB-O-104", message: "\"learning_rate\" must be at least 0 and at most 1e+38, not 1e+39",
      notebook: base + "```{fit}\nfrom: quick\noptimizer: {sgd: {learning_rate: 1️⃣1e39}}\n```\n"),
    Mistake(
      code: "TB-P-104", message: "there is no fit cell named \"quik\"; did you mean \"quick\"?",
      notebook: base + "```{lr_find}\nfit: 1️⃣quik\n```\n"),
    Mistake(
      code: "TB-O-104", message: "\"steps\" must be at least 10 and at most 10000, not 9",
      notebook: base + "```{lr_find}\nfit: quick\nsteps: 1️⃣9\n```\n"),
    Mistake(
      code: "TB-V-181",
      message:
        "the rates must rise, and `end_learning_rate` is 0.1, not above `start_learning_rate`, which is 0.1",
      notebook: base
        + "```{lr_find}\nfit: quick\nstart_learning_rate: 0.1\nend_learning_rate: 1️⃣0.1\n```\n"),
    Mistake(
      code: "TB-V-181",
      message:
        "the rates must rise, and `end_learning_rate` is 10, not above `start_learning_rate`, which is 20",
      notebook: base + "```{lr_find}\nfit: quick\nstart_learning_rate: 1️⃣20\n```\n"),
    Mistake(
      code: "TB-O-110", message: "\"fits\" holds quick more than once",
      notebook: base + "```{plot}\nfits: [quick, 1️⃣quick]\n```\n"),
    Mistake(
      code: "TB-O-110", message: "\"fits\" holds quick more than once",
      notebook: base + "```{compare}\nfits: [quick, 1️⃣quick]\n```\n"),
    Mistake(
      code: "TB-O-110", message: "\"metrics\" holds loss more than once",
      notebook: base + "```{compare}\nfits: quick\nmetrics: [loss, 1️⃣loss]\n```\n"),
    Mistake(
      code: "TB-O-102", message: "evaluate needs the option \"fit\"",
      notebook: base + "```{1️⃣evaluate} report\n```\n"),
    Mistake(
      code: "TB-O-105", message: "there is no optimizer \"sdg\"; did you mean \"sgd\"?",
      notebook: base + "```{fit}\nfrom: quick\noptimizer: 1️⃣sdg\n```\n"),
    Mistake(
      code: "TB-P-141",
      message: "no cell that could be referred to is named \"laddr\"; did you mean \"@fig-ladder\"?",
      notebook: base + "See 1️⃣@fig-laddr.\n\n```{plot} ladder\nfits: quick\ncaption: A\n```\n"),
    Mistake(
      code: "TB-P-149", message: "no equation is named \"los\"; did you mean \"@eq-loss\"?",
      notebook: "By 1️⃣@eq-los.\n\n$$L = 0$$ {#eq-loss}\n"),
    Mistake(
      code: "TB-P-142",
      message: "\"ladder\" yields a figure, and @tbl- refers to a table",
      notebook: base + "See 1️⃣@tbl-ladder.\n\n```{plot} ladder\nfits: quick\ncaption: A\n```\n"),
    Mistake(
      code: "TB-P-143",
      message: "\"quick\" must have a caption to be referred to, since numbers belong to captions",
      notebook: base + "See 1️⃣@fig-quick."),
    Mistake(
      code: "TB-P-144", message: "\"ladder\" has no number, since its `output` is false",
      notebook: base
        + "See 1️⃣@fig-ladder.\n\n```{plot} ladder\nfits: quick\ncaption: A\noutput: false\n```\n"),
    Mistake(
      code: "TB-P-145",
      message: "\"sure\" is an expect cell, which yields neither a figure nor a table",
      notebook: base + "See 1️⃣@fig-sure.\n\n```{expect} sure\n- quick.loss > 0\n```\n"),
    Mistake(
      code: "TB-P-123",

      message: "a cell cannot be named \"within\", which means something else in expressions",
      notebook: base + "```{fit} 1️⃣within\nfrom: quick\n```\n"),
    Mistake(
      code: "TB-P-124", message: "one sample may have at most 67108864 numbers",
      notebook: "```{model}\ninput_shape: 1️⃣[65536, 65536]\nlayers: [flatten]\n```\n"),
    Mistake(
      code: "TB-P-126", message: "accuracy is measured once for each fit, and is listed twice",
      notebook: base + "```{fit}\nfrom: quick\nmetrics: 1️⃣[accuracy, accuracy]\n```\n"),
    Mistake(
      code: "TB-X-117", message: "two equals signs compare, and one means nothing; did you mean \"==\"?",
      notebook: base + "```{expect}\n- quick.epochs 1️⃣= 3\n```\n"),
    Mistake(
      code: "TB-X-118", message: "a comparison has two sides, and this is a third",
      notebook: base + "```{expect}\n- 0 < quick.loss 1️⃣< 3\n```\n"),
    Mistake(
      code: "TB-X-119", message: "there is no function \"meen\"; did you mean \"mean\"?",
      notebook: base + "```{expect}\n- 1️⃣meen(quick.loss, 1) > 0\n```\n"),
    Mistake(
      code: "TB-X-111", message: "mean needs a number, not text",
      notebook: base + "```{expect}\n- 1️⃣mean(\"a\", 1) > 0\n```\n"),
    Mistake(
      code: "TB-X-102", message: "expected \")\", not \"]\"",
      notebook: base + "```{expect}\n- mean(1, 21️⃣] > 0\n```\n"),
    Mistake(
      code: "TB-X-121",
      message: "quick.val_accuracy is a share, from 0 to 1, and 80 is outside; did you mean \"80%\"?",
      notebook: base + "```{expect}\n- 1️⃣quick.val_accuracy > 80\n```\n"),
    Mistake(
      code: "TB-X-121",
      message: "quick.val_accuracy.best is a share, from 0 to 1, and 1.5 is outside; did you mean \"1.5%\"?",
      notebook: base + "```{expect}\n- 1️⃣quick.val_accuracy.best < 1.5\n```\n"),
    Mistake(
      code: "TB-X-121",
      message: "quick.val_accuracy is a share, from 0 to 1, and 95 is outside; did you mean \"95%\"?",
      notebook: base + "```{expect}\n- 1️⃣quick.val_accuracy within 90%..95\n```\n"),
    Mistake(
      code: "TB-X-122",
      message: "this divides by zero, which has no result",
      notebook: base + "```{expect}\n- 1️⃣quick.loss / 0 > 1\n```\n"),
    Mistake(
      code: "TB-X-122",
      message: "this divides by zero, which has no result",
      notebook: base + "```{expect}\n- 1️⃣mean(1 / (2 - 2), quick.loss) > 1\n```\n"),
    Mistake(
      code: "TB-X-122",
      message: "this divides by zero, which has no result",
      notebook: base + "It is {value}`1️⃣quick.loss / 0% | fixed(1)`.\n"),
    Mistake(
      code: "TB-X-123",
      message:
        "quick.val_accuracy is a share, from 0 to 1, and quick.val_loss is not, so comparing them says "
        + "nothing",
      notebook: base + "```{expect}\n- 1️⃣quick.val_accuracy > quick.val_loss\n```\n"),
    Mistake(
      code: "TB-X-123",
      message:
        "quick.accuracy is a share, from 0 to 1, and quick.loss.best is not, so comparing them says nothing",
      notebook: base
        + "```{expect}\n- 1️⃣quick.loss.best + 1 == mean(quick.accuracy, quick.val_accuracy)\n```\n"),
    Mistake(
      code: "TB-X-123",
      message:
        "quick.accuracy is a share, from 0 to 1, and quick.loss is not, so comparing them says nothing",
      notebook: base + "```{expect}\n- 1️⃣quick.accuracy within 0..quick.loss\n```\n"),
    Mistake(
      code: "TB-X-120", message: "the name of a format must follow the bar",
      notebook: base + "It is {value}`quick.loss | 1️⃣.3f`.\n"),
    Mistake(
      code: "TB-X-120", message: "the name of a format must follow the bar",
      notebook: base + "It is {value}`quick.loss1️⃣:.3f`.\n"),
    Mistake(
      code: "TB-P-134",
      message: "a plot takes the name of a metric, without val_, not \"val_loss\"; did you mean \"loss\"?",
      notebook: base + "```{plot}\nfits: quick\nmetrics: 1️⃣[val_loss]\n```\n"),
    Mistake(
      code: "TB-O-101", message: "fit has no option \"learning_rate\", but its optimizer does",
      notebook: base + "```{fit}\nfrom: quick\n1️⃣learning_rate: 0.1\n```\n"),
    Mistake(
      code: "TB-O-101", message: "load has no option \"label\", but its dataset does",
      notebook: base + "```{load} other\ndataset: digits\n1️⃣label: kind\n```\n"),
    Mistake(
      code: "TB-O-101", message: "fit has no option \"lr\", but its optimizer does",
      notebook: base + "```{fit}\nfrom: quick\n1️⃣lr: 0.1\n```\n"),
    Mistake(
      code: "TB-P-127",
      message: "the fit learned the classes aster, bellis, crocus, and this data has numbers",
      notebook: base
        + "```{load} lengths\ndataset: {csv: {path: numbers.csv, target: kind}}\ntest_split: 0.5\n```\n\n"
        + "```{evaluate}\nfit: quick\ndata: 1️⃣lengths\n```\n"),
    Mistake(
      code: "TB-P-119", message: "bare recorded no \"val_loss\"",
      notebook: base
        + "```{fit} bare\nmodel: small\ndata: flowers\n```\n\n```{plot}\nfits: bare\ncurves: 1️⃣validation\n```\n"
    ),
    Mistake(
      code: "TB-E-101", message: "a model needs at least one layer",
      notebook: base + "```{model}\nlayers: 1️⃣[{repeat: 0, layers: [flatten]}]\n```\n"),
    Mistake(
      code: "TB-O-107", message: "\"fits\" must not be an empty list",
      notebook: base + "```{plot}\nfits: 1️⃣[]\n```\n"),
    Mistake(
      code: "TB-O-108", message: "flatten has no options",
      notebook: base + "```{model}\nlayers: [{flatten: 1️⃣3}]\n```\n"),
    Mistake(
      code: "TB-X-111", message: "< needs a number, not text",
      notebook: base + "```{expect}\n- 1️⃣quick.loss < \"b\"\n```\n"),
    Mistake(
      code: "TB-O-111", message: "there is no parameter \"round\"",
      notebook: base + "```{fit}\nfrom: quick\nepochs: 1️⃣${round}\n```\n"),
    Mistake(
      code: "TB-P-101", message: "there is no directive \"laod\"; did you mean \"load\"?",
      notebook: "```{1️⃣laod} d\ndataset: digits\n```\n\n```{model} m\nlayers: [dense: 10]\n```\n\n"
        + "```{fit}\nmodel: m\ndata: d\n```\n"),
    Mistake(
      code: "TB-P-102", message: "the name \"quick\" is taken by another cell",
      notebook: base + "```{fit} 1️⃣quick\nfrom: quick\n```\n"),
    Mistake(
      code: "TB-P-104", message: "there is no model cell named \"smal\"; did you mean \"small\"?",
      notebook: base + "```{fit}\nfrom: quick\nmodel: 1️⃣smal\n```\n"),
    Mistake(
      code: "TB-P-105", message: "\"late\" is further down, and a cell can use only what is above it",
      notebook: base + "```{evaluate}\nfit: 1️⃣late\n```\n\n```{fit} late\nfrom: quick\n```\n"),
    Mistake(
      code: "TB-P-105", message: "\"late\" is further down, and a cell can use only what is above it",
      notebook: base + "```{fit}\nfrom: 1️⃣late\n```\n\n```{fit} late\nfrom: quick\n```\n"),
    Mistake(
      code: "TB-P-106", message: "`from` must not lead in a circle: one → two → one",
      notebook: base
        + "```{fit} one\nfrom: 1️⃣two\nmodel: small\ndata: flowers\n```\n\n```{fit} two\nfrom: one\n```\n"),
    Mistake(
      code: "TB-P-107", message: "\"small\" is a model cell, and a fit cell is needed here",
      notebook: base + "```{evaluate}\nfit: 1️⃣small\n```\n"),
    Mistake(
      code: "TB-P-108", message: "a fit cell inherits from a cell of its kind, and \"small\" is a model cell",
      notebook: base + "```{fit}\nfrom: 1️⃣small\nmodel: small\ndata: flowers\n```\n"),
    Mistake(
      code: "TB-E-204",
      message: "the model has 4 outputs, and the data has 3 classes",
      notebook: base
        + "```{model} wide\nlayers: [{dense: {units: 4, activation: softmax}}]\n```\n\n"
        + "```{fit}\nfrom: quick\nmodel: 1️⃣wide\n```\n"),
    Mistake(
      code: "TB-E-206",
      message:
        "categorical_crossentropy takes the outputs of softmax, and the last layer's activation is sigmoid",
      notebook: base
        + "```{model} odd\nlayers: [{dense: {units: 3, activation: sigmoid}}]\n```\n\n"
        + "```{fit}\nfrom: quick\nmodel: 1️⃣odd\n```\n"),
    Mistake(
      code: "TB-P-116",
      message: "a fit is validated on `validation_data` or on a `validation_split`, not on both",
      notebook: base + "```{fit}\nfrom: quick\nvalidation_split: 1️⃣0.1\n```\n"),
    Mistake(
      code: "TB-P-119", message: "quick recorded no \"acuracy\"; did you mean \"accuracy\"?",
      notebook: base + "```{plot}\nfits: quick\nmetrics: 1️⃣[acuracy]\n```\n"),
    Mistake(
      code: "TB-P-120", message: "there is no sample 500: this part of the data has 45, numbered from 0",
      notebook: base + "```{show}\ndata: flowers\nwhat: sample\nindex: 1️⃣500\n```\n"),
    Mistake(
      code: "TB-P-122",

      message: "images need samples with a height and a width, and these have the shape (2,)",
      notebook: base + "```{show}\ndata: flowers\nwhat: 1️⃣images\n```\n"),
    Mistake(
      code: "TB-X-106", message: "no cell above is named \"quik\"; did you mean \"quick\"?",
      notebook: base + "```{expect}\n- 1️⃣quik.loss < 1\n```\n"),
    Mistake(
      code: "TB-X-106", message: "no cell is named \"quik\"; did you mean \"quick\"?",
      notebook: "It is {value}`1️⃣quik.loss`.\n\n" + base),
    Mistake(
      code: "TB-X-109", message: "one.loss has 1 value, numbered from 0, so there is no [1]",
      notebook: base + "```{fit} one\nfrom: quick\nepochs: 1\n```\n\n```{expect}\n- one.loss1️⃣[1] < 1\n```\n"),
    Mistake(
      code: "TB-X-107", message: "quick has no result \"val_acc\"; did you mean \"val_accuracy\"?",
      notebook: base + "```{expect}\n- quick.1️⃣val_acc > 1%\n```\n"),
    Mistake(
      code: "TB-X-109", message: "quick.loss has 3 values, numbered from 0, so there is no [3]",
      notebook: base + "```{expect}\n- quick.loss1️⃣[3] < 1\n```\n"),
    Mistake(
      code: "TB-X-112", message: "a claim must be true or false",
      notebook: base + "```{expect}\n- 1️⃣quick.loss + 1\n```\n"),
    Mistake(
      code: "TB-X-116", message: "the range ends below its beginning, so nothing lies within it",
      notebook: base + "```{expect}\n- quick.epochs within 1..3\n- quick.loss within 1️⃣12%..5% + 5pp\n```\n"),
    Mistake(
      code: "TB-O-109", message: "\"limit\" has no value",
      notebook: "```{load} d\ndataset: digits\nlimit:1️⃣\n```\n"),
    Mistake(
      code: "TB-X-114", message: "there are no claims to check", notebook: base + "```{1️⃣expect}\n```\n"),
    Mistake(
      code: "TB-X-114", message: "there are no claims to check", notebook: base + "```{expect}\n1️⃣[]\n```\n"),
    Mistake(
      code: "TB-X-115", message: "a claim must be an expression, not a list",
      notebook: base + "```{expect}\n- quick.epochs == 3\n- 1️⃣[a]\n```\n"),
    Mistake(
      code: "TB-O-111", message: "there is no parameter \"nope\"",
      notebook: base + "```{expect}\n- quick.epochs == 1️⃣${nope}\n```\n"),
    Mistake(
      code: "TB-X-113", message: "\"late\" is further down, and a cell can use only what is above it",
      notebook: base + "```{expect}\n- 1️⃣late.loss < 1\n```\n\n```{fit} late\nfrom: quick\n```\n"),
    Mistake(
      code: "TB-X-102", message: "expected a name or a number, not the end",
      notebook: base + "The loss is {value}`quick.loss +1️⃣`.\n"),
    Mistake(
      code: "TB-D-101", message: "there is no file \"gone.csv\"",
      notebook: "```{load} gone\ndataset: {csv: {path: 1️⃣gone.csv, label: kind}}\n```\n"),
    Mistake(
      code: "TB-D-127",
      message: "flowers.csv:1:1: there is no column \"kin\"; did you mean \"kind\"?",
      notebook: "```{load} data\ndataset: {csv: {path: flowers.csv, label: 1️⃣kin}}\n```\n"),
    Mistake(
      code: "TB-D-151", message: "of 60 samples, the test part would get none",
      notebook:
        "```{load} data\ndataset: {csv: {path: flowers.csv, label: kind}}\ntest_split: 1️⃣0.001\n```\n"),
    Mistake(
      code: "TB-D-101", message: "there is no file \"none.csv\"",
      notebook: "```{load} data\ndataset: {csv: {path: flowers.csv, label: kind}}\ntest_split: 0.5\n"
        + "fallback: {csv: {path: 1️⃣none.csv, label: kind}}\n```\n"),
  ]

  @Test("A mistake is reported with its code, its sentence and its place.", arguments: mistakes)
  func reported(_ mistake: Mistake) throws {
    let notebook = try TestNotebook(mistake.notebook)
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    let diagnostic = try #require(diagnostics.first, "nothing was reported")
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.message))")
    #expect(diagnostic.code == mistake.code)
    if !mistake.message.isEmpty { #expect(diagnostic.message == mistake.message) }
    let place = notebook.source.location(of: diagnostic.range.start)
    #expect(place == notebook.source.location(of: notebook.markers["1️⃣"] ?? -1))
  }

  @Test("All mistakes of a notebook are reported at once, in the order of their places.")
  func allAtOnce() throws {
    let notebook = try TestNotebook(
      Self.base + """
        ```{fit} one
        from: quick
        1️⃣epochz: 4
        batch_size: 2️⃣many
        ```

        ```{evaluate}
        fit: 3️⃣nobody
        ```

        It is {value}`4️⃣nothing.at_all`.

        ```{expect}
        - 5️⃣[a]
        - 6️⃣[b]
        ```
        """)
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.range.start) == ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣"].map { notebook.markers[$0] })
  }

  @Test("Every file of a data set that is missing or damaged is reported, at the option that names it.")
  func dataFiles() throws {
    let notebook = try TestNotebook(
      """
      ```{load} data
      dataset:
        idx:
          images: 1️⃣gone.idx
          labels: 2️⃣images.idx
          test_images: test-images.idx
          test_labels: 3️⃣lost.idx
      ```
      """, data: TestNotebook.blankDigits)
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == ["TB-D-101", "TB-D-111", "TB-D-101"])
    #expect(diagnostics.map(\.range.start) == ["1️⃣", "2️⃣", "3️⃣"].map { notebook.markers[$0] })
  }

  @Test("A cell that uses a wrong one is not blamed for it.")
  func noConsequences() throws {
    let notebook = try TestNotebook(
      Self.base + """
        ```{model} broken
        layers: [{dense: {units: 1️⃣-3}}]
        ```

        ```{fit} after
        from: quick
        model: broken
        ```

        ```{evaluate} report
        fit: after
        ```

        ```{expect}
        - report.accuracy > 10%
        ```
        """)
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == ["TB-O-104"])
  }

  @Test(
    "An expression over several lines is reported at its own line and column, with LF and CRLF.",
    arguments: [
      "- >\n  quick.epochs >\n  1️⃣nope.z", "- >-\n    quick.epochs >\n\n    1️⃣nope.z\n\n",
      "- |\n  quick.epochs >\n  1️⃣nope.z", "- |+\n   quick.epochs\n     > 1️⃣nope.z",
      "- quick.epochs\n  > 1️⃣nope.z", "- \"quick.epochs\n  > 1️⃣nope.z\"", "- 'quick.epochs >\n\n    1️⃣nope.z'",
      "- \"\\x71uick.epochs > 1️⃣nope.z\"", "- >\n  ${limit} <\n  1️⃣nope.z",
    ])
  func severalLines(claims: String) throws {
    let text =
      "---\nparams: {limit: 100}\n---\n" + Self.base + "```{expect}\n\(claims)\n```\n"
    for ending in ["\n", "\r\n"] {
      let notebook = try TestNotebook(text.replacing("\n", with: ending))
      defer { notebook.remove() }
      let diagnostics = try notebook.plan().diagnostics
      #expect(diagnostics.map(\.code) == ["TB-X-106"])
      #expect(diagnostics.map(\.range.start) == [notebook.markers["1️⃣"]])
    }
  }

  @Test(
    "Options that would be inherited, but for a mistake in `from`, do not count as missing.",
    arguments: [
      ("```{fit} one\nfrom: 1️⃣[quick]\n```\n", "TB-O-103"), ("```{fit} one\nfrom: 1️⃣3\n```\n", "TB-O-103"),
      (
        "```{fit} a\nfrom: 1️⃣c\n```\n\n```{fit} b\nfrom: a\n```\n\n```{fit} c\nfrom: b\n```\n\n"
          + "```{fit} d\nfrom: a\n```\n", "TB-P-106"
      ),
      ("```{fit} one\nfrom: 1️⃣nobody\n```\n\n```{fit} two\nfrom: one\n```\n", "TB-P-104"),
    ])
  func nothingInherited(cells: String, code: String) throws {
    let notebook = try TestNotebook(Self.base + cells)
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == [code], "\(diagnostics.map(\.message))")
    #expect(diagnostics.map(\.range.start) == [notebook.markers["1️⃣"]])
  }

  @Test(
    "Parameters that could not be read are no mistakes where they are used.",
    arguments: [
      "---\nparams: {rounds: 1\n---\n", "---\nparms: {rounds: 1}\n---\n", "---\nparams: [1]\n---\n",
      "---\nparams: {rounds: [1], x: 2}\n---\n", "---\nparams: {rounds: 1}\n",
    ])
  func unknownParameters(frontMatter: String) throws {
    let notebook = try TestNotebook(
      frontMatter + Self.base + "```{fit}\nfrom: quick\nepochs: ${rounds}\n```\n\n{value}`params.rounds`\n")
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { notebook.source.location(of: $0.range.start).line < 3 })
  }

  @Test(
    "A cell that could not be made out, or whose name is refused, is reported alone.",
    arguments: [
      "```{fit} 1fast\nfrom: quick\n```\n", "```{fit} fa-st\nfrom: quick\n```\n",
      "```{fit} params\nfrom: quick\n```\n", "```{fit} not\nfrom: quick\n```\n",
      "```{fit} 速い\nfrom: quick\n```\n", "```{fit fast\nfrom: quick\n```\n",
      "```{Fit} fast\nfrom: quick\n```\n", "- ```{fit} fast\n  from: quick\n  ```\n",
      "```{show}\ndata: flowers\n\n```{fit} fast\nfrom: quick\n```\n",
    ])
  func lostCell(cell: String) throws {
    let uses =
      "\n```{plot}\nfits: [fast]\ncaption: \"{value}`fast.loss`\"\n```\n\n```{fit} more\nfrom: fast\n```\n\n"
      + "```{expect}\n- fast.loss < more.loss\n```\n"
    let notebook = try TestNotebook(Self.base + cell + uses)
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.message))")
    #expect(diagnostics.first?.message.contains("fast.loss") == false)
  }

  @Test(
    "A mistyped name is reported though its cell is wrong, and though another cell's name was refused.",
    arguments: ["```{fit} quick2\nmodl: net\n```\n", "```{fit} Slow\nfrom: quick\n```\n"])
  func mistyped(_ broken: String) throws {
    let notebook = try TestNotebook(
      Self.base + broken + "\n```{plot}\nfits: [quikc]\n```\n\nIt is {value}`quikc.loss`.\n")
    defer { notebook.remove() }
    let messages = try notebook.plan().diagnostics.map(\.message)
    #expect(messages.contains("there is no fit cell named \"quikc\"; did you mean \"quick\"?"), "\(messages)")
  }

  @Test(
    "A name that no lost cell may have is reported beside the lost one, and no refused name is suggested.")
  func notLost() throws {
    let notebook = try TestNotebook(
      Self.base + "```{fit fast\n```\n\n```{model} 1quik\nlayers: [flatten]\n```\n\n"
        + "```{plot}\nfits: [quik]\n```\n")
    defer { notebook.remove() }
    let messages = try notebook.plan().diagnostics.map(\.message)
    #expect(messages.count == 3)
    #expect(messages.last == "there is no fit cell named \"quik\"; did you mean \"quick\"?")
  }

  @Test("A model is not told that no data is loaded where the cell that loads it was lost.")
  func lostData() throws {
    let notebook = try TestNotebook(
      "```{load data\ndataset: digits\n```\n\n```{model}\nlayers: [flatten]\n```\n")
    defer { notebook.remove() }
    #expect(try notebook.plan().diagnostics.map(\.code) == ["TB-S-105"])
  }

  @Test(
    "A model that does not fit its data is reported with the layer to change.",
    arguments: [
      "[1️⃣dense: {units: 4, activation: softmax}, flatten]", "[1️⃣dense: 4, activation: softmax]",
      "[flatten, 1️⃣dense: {units: 3, activation: sigmoid}]", "[dense: 3, 1️⃣activation: tanh]",
    ])
  func layerToChange(layers: String) throws {
    let notebook = try TestNotebook(
      Self.base + "```{model} wide\nlayers: \(layers)\n```\n\n```{fit}\nfrom: quick\nmodel: wide\n```\n")
    defer { notebook.remove() }
    let notes = try notebook.plan().diagnostics.flatMap(\.notes)
    #expect(notes.map(\.message) == ["this layer gives the outputs"])
    #expect(notes.map(\.range.start) == [notebook.markers["1️⃣"]])
  }

  @Test("A wrong value that comes from a parameter is reported with what the parameter is, and where.")
  func parameterNotes() throws {
    let notebook = try TestNotebook(
      "---\nparams: {rounds: 1️⃣0, act: relu}\n---\n" + Self.base
        + "```{fit}\nfrom: quick\nparams: {size: 2️⃣many}\nepochs: ${rounds}\nbatch_size: ${size}\nseed: x\n```\n"
    )
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(
      diagnostics.map { $0.notes.map(\.message) } == [["rounds is 0 here"], ["size is many here"], []])
    #expect(
      diagnostics.flatMap(\.notes).map(\.range.start) == ["1️⃣", "2️⃣"].map { notebook.markers[$0] })
    let set = try notebook.plan(settings: [("rounds", "-1")]).diagnostics
    #expect(set.first?.notes.map(\.message) == ["-P sets rounds to -1, in place of its default here"])
  }

  @Test("A parameter that a title reads and the notebook has not is reported.")
  func titleParameters() throws {
    let notebook = try TestNotebook("---\ntitle: \"T 1️⃣${nope}\"\nsubtitle: ${x}\nparams: {x: 1}\n---\n")
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == ["TB-O-111"])
    #expect(diagnostics.map(\.range.start) == [notebook.markers["1️⃣"]])
  }

  @Test("A value whose lines were joined is reported with what they read as.")
  func joinedLines() throws {
    let notebook = try TestNotebook(Self.base + "```{fit}\nfrom: quick\nepochs: 5\n  more\n```\n")
    defer { notebook.remove() }
    let help = try notebook.plan().diagnostics.map(\.help)
    #expect(
      help == ["these lines are read as one text, \"5 more\"; a new option begins at the margin"])
  }
}
