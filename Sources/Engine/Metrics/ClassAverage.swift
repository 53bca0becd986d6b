import Writing

/// A rule for making one score of the scores of all classes, with scikit-learn's names.
package enum ClassAverage: String, Sendable, CaseIterable {
  /// The score of all samples together, whatever their class.
  case micro
  /// The mean over the classes that occur among the samples or the predictions.
  case macro
  /// The mean over the classes, each weighted by its number of samples.
  case weighted

  /// The addition to a quantity's label.
  var note: Term {
    switch self {
    case .micro: Term(english: "micro average", japanese: "マイクロ平均")
    case .macro: Term(english: "macro average", japanese: "マクロ平均")
    case .weighted: Term(english: "weighted average", japanese: "加重平均")
    }
  }

  static let help =
    "How the scores of all classes make one number; by default, their mean, or with a single output the "
    + "score of the second class."
}
