import ArgumentParser

/// A template of `tunebook new`.
enum NotebookTemplate: String, ExpressibleByArgument, CaseIterable {
  case tuning, compare, csv

  var abstract: String {
    switch self {
    case .tuning: "runs that differ in one thing each"
    case .compare: "networks side by side"
    case .csv: "a table of your own"
    }
  }

  /// Returns the text of the notebook.
  ///
  /// - Parameters:
  ///   - title: the title, of letters, digits, spaces, `.`, `-` and `_` only.
  ///   - table: the name of the CSV file beside the notebook.
  func notebook(title: String, table: String) -> String {
    switch self {
    case .tuning: Self.tuning(title: title)
    case .compare: Self.compare(title: title)
    case .csv: Self.csv(title: title, table: table)
    }
  }

  /// The content of the CSV file beside the notebook, if it has one.
  var table: String? { self == .csv ? Self.leaves : nil }

  /// The setting to try first, as on the command line.
  var suggestedSetting: String {
    switch self {
    case .tuning: "rounds=12"
    case .compare: "units=60"
    case .csv: "rounds=60"
    }
  }
}
