import Diagnostics

extension PlanProblem {
  /// What can be shown of data and fits.
  static let views: [ProblemReference] = [
    ProblemReference(
      "TB-P-115", "Only classes are counted, encoded and told apart",
      "Targets that are numbers have no classes.",
      wrong: .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}")
        + .cell("{show}", "data: numbers\nwhat: class_counts"),
      right: .cell("{show}", "data: digits\nwhat: class_counts")),
    ProblemReference(
      "TB-P-119", "Curves are of what a fit recorded",
      "That is its loss, what its `metrics` list, and both with val_ where it is validated.",
      wrong: .cell("{fit} slow", "from: fast\nmetrics: []")
        + .cell("{plot}", "fits: slow\nmetrics: [accuracy]"),
      right: .fit("metrics: [accuracy]") + .cell("{plot}", "fits: slow\nmetrics: [accuracy]")),
    ProblemReference(
      "TB-P-120", "A sample's number is less than how many there are",
      "They are numbered from 0, after `limit` has taken its part.",
      wrong: .cell("{show}", "data: digits\nwhat: sample\nindex: 200"),
      right: .cell("{show}", "data: digits\nwhat: sample\nindex: 199")),
    ProblemReference(
      "TB-P-122", "Only samples of height and width are shown as images",
      "Rows of a table have no neighbours above and below.",
      wrong: .flowers("epochs: 2") + .cell("{show}", "data: flowers\nwhat: images"),
      right: .cell("{show}", "data: digits\nwhat: images")),
    ProblemReference(
      "TB-P-128", "A class that is named is one of the data",
      "Digits are classes \"0\" to \"9\"; a CSV file's are what stands in its column.",
      wrong: .cell("{evaluate}", "fit: fast\npos_label: ten"),
      right: .cell("{evaluate}", "fit: fast\npos_label: 7")),
    ProblemReference(
      "TB-P-129", "Curves of decisions are about one class",
      "They show how well it is told from all others. Of two classes the second is taken; of more, `pos_label` says which.",
      wrong: .cell("{evaluate}", "fit: fast\ncurves: [roc]"),
      right: .cell("{evaluate}", "fit: fast\npos_label: 7\ncurves: [roc]")),
    ProblemReference(
      "TB-P-130", "Columns are drawn of tables",
      "Images have no columns with names.",
      wrong: .cell("{plot}", "what: histogram\ndata: digits\ncolumn: length"),
      right: .flowers("epochs: 2")
        + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length")),
    ProblemReference(
      "TB-P-131", "A column that is drawn is one of numbers",
      "The column that `label` names is shown by colour.",
      wrong: .flowers("epochs: 2")
        + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: lenght"),
      right: .flowers("epochs: 2")
        + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length")),
    ProblemReference(
      "TB-P-134", "A plot names what is measured",
      "Training and validation are two curves of one quantity; `curves` says which of them to draw.",
      wrong: .cell("{plot}", "fits: fast\nmetrics: [val_loss]"),
      right: .cell("{plot}", "fits: fast\nmetrics: [loss]\ncurves: validation")),
    ProblemReference(
      "TB-P-135", "A notebook with a thousand mistakes is checked up to there",
      "Most of them have a few causes, and looking for more would take time and tell nothing new."),
    ProblemReference(
      "TB-P-132", "An option of a plot belongs to what it draws",
      "It would change nothing, and the reader of the source would think it does.",
      wrong: .cell("{plot}", "fits: fast\nbins: 20"),
      right: .flowers("epochs: 2")
        + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length\nbins: 20")),
  ]
}
